package org.aegle.dicom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of PS3.5 Annexes H, I, J, K and texts in every repertoire. */
class SpecificCharacterSetTest {
    private static byte[] hex(String text) {
        return HexFormat.ofDelimiter(" ").parseHex(text);
    }

    @Test
    void kanjiBehindEscapesShouldBeRead() {
        byte[] h31 = hex("59 61 6d 61 64 61 5e 54 61 72 6f 75 3d 1b 24 42 3b 33 45 44 1b 28 42 5e 1b 24 42 42 40 4f 3a"
                + " 1b 28 42 3d 1b 24 42 24 64 24 5e 24 40 1b 28 42 5e 1b 24 42 24 3f 24 6d 24 26 1b 28 42");
        SpecificCharacterSet set = SpecificCharacterSet.of("", "ISO 2022 IR 87");
        assertEquals("Yamada^Tarou=山田^太郎=やまだ^たろう", set.decode(h31, VR.PN));
        assertArrayEquals(h31, set.encode("Yamada^Tarou=山田^太郎=やまだ^たろう", VR.PN));
    }

    @Test
    void romajiShouldBeReturnedToAfterKanji() {
        byte[] h32 = hex("d4 cf c0 de 5e c0 db b3 3d 1b 24 42 3b 33 45 44 1b 28 4a 5e 1b 24 42 42 40 4f 3a 1b 28 4a 3d"
                + " 1b 24 42 24 64 24 5e 24 40 1b 28 4a 5e 1b 24 42 24 3f 24 6d 24 26 1b 28 4a");
        SpecificCharacterSet set = SpecificCharacterSet.of("ISO 2022 IR 13", "ISO 2022 IR 87");
        assertEquals("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう", set.decode(h32, VR.PN));
        assertArrayEquals(h32, set.encode("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう", VR.PN));
    }

    @Test
    void koreanShouldBeCalledAnewBehindEachDelimiter() {
        byte[] name = hex("48 6f 6e 67 5e 47 69 6c 64 6f 6e 67 3d 1b 24 29 43 fb f3 5e 1b 24 29 43 d1 ce d4 d7 3d 1b 24"
                + " 29 43 c8 ab 5e 1b 24 29 43 b1 e6 b5 bf");
        SpecificCharacterSet set = SpecificCharacterSet.of("", "ISO 2022 IR 149");
        assertEquals("Hong^Gildong=洪^吉洞=홍^길동", set.decode(name, VR.PN));
        assertArrayEquals(name, set.encode("Hong^Gildong=洪^吉洞=홍^길동", VR.PN));
    }

    @Test
    void delimitersShouldReturnToTheFirstRepertoire() {
        SpecificCharacterSet set = SpecificCharacterSet.of("ISO 2022 IR 100", "ISO 2022 IR 144");
        byte[] values = hex("1b 2d 4c bb 5c e4");
        assertEquals("Л\\ä", set.decode(values, VR.LO));
        assertEquals("Л\\ф", set.decode(values, VR.ST));
    }

    @Test
    void halvesOfCharactersShouldBeNoDelimiters() {
        SpecificCharacterSet gbk = SpecificCharacterSet.of("GBK");
        byte[] text = gbk.encode("一乗", VR.LO);
        assertEquals("一乗", gbk.decode(text, VR.LO));
        Attributes attributes = new Attributes();
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "GBK");
        attributes.setBytes(Tag.PatientComments, VR.LO, hex("81 5c 5c 41"));
        assertArrayEquals(new String[] {"乗", "A"}, attributes.getStrings(Tag.PatientComments));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("ISO_IR 100", "Äneas"),
                Arguments.of("ISO_IR 101", "Wałęsa"),
                Arguments.of("ISO_IR 109", "Ĥĝ"),
                Arguments.of("ISO_IR 110", "Ķā"),
                Arguments.of("ISO_IR 144", "Люкceмбypг"),
                Arguments.of("ISO_IR 127", "قباني"),
                Arguments.of("ISO_IR 126", "Διονυσιος"),
                Arguments.of("ISO_IR 138", "שרון"),
                Arguments.of("ISO_IR 148", "Çavuşoğlu"),
                Arguments.of("ISO_IR 203", "Œuvre€"),
                Arguments.of("ISO_IR 13", "ﾔﾏﾀﾞ"),
                Arguments.of("ISO_IR 166", "นามสกุล"),
                Arguments.of("ISO_IR 192", "王^小东=Ωλ"),
                Arguments.of("GB18030", "王^小东"),
                Arguments.of("GBK", "王^小东"),
                Arguments.of("\\ISO 2022 IR 58", "Zhang^张=小东"),
                Arguments.of("\\ISO 2022 IR 159", "丂丄"),
                Arguments.of("ISO 2022 IR 100\\ISO 2022 IR 144\\ISO 2022 IR 126", "ÄЛΔ^é"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textShouldReadAsWritten(String terms, String text) {
        SpecificCharacterSet set = SpecificCharacterSet.of(terms.split("\\\\"));
        assertEquals(text, set.decode(set.encode(text, VR.PN), VR.PN));
    }

    @Test
    void unknownTermsShouldBeToldAndReadAsDefault() {
        SpecificCharacterSet set = SpecificCharacterSet.of("KLINGON");
        assertFalse(set.isKnown());
        assertEquals("ASCII ä", set.decode(hex("41 53 43 49 49 20 e4"), VR.LO));
    }

    @Test
    void brokenBytesShouldNeverFail() {
        for (String term : List.of("ISO 2022 IR 87", "ISO 2022 IR 149", "ISO_IR 192", "GB18030")) {
            SpecificCharacterSet set = SpecificCharacterSet.of("", term);
            for (int seed = 0; seed < 200; seed++) {
                byte[] bytes = new byte[24];
                new Random(seed).nextBytes(bytes);
                bytes[seed % 24] = 0x1B;
                assertFalse(set.decode(bytes, VR.PN).isEmpty());
            }
        }
    }
}
