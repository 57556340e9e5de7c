package org.aegle.dicom.data;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One character repertoire of Specific Character Set: its Java charset, the code element it is called into and the
 * escape sequence that calls it. PS3.3 C.12.1.1.2.
 */
enum Repertoire {
    ASCII(6, "ISO-8859-1", Element.G0, "(B"),
    LATIN_1(100, "ISO-8859-1", Element.G1, "-A"),
    LATIN_2(101, "ISO-8859-2", Element.G1, "-B"),
    LATIN_3(109, "ISO-8859-3", Element.G1, "-C"),
    LATIN_4(110, "ISO-8859-4", Element.G1, "-D"),
    CYRILLIC(144, "ISO-8859-5", Element.G1, "-L"),
    ARABIC(127, "ISO-8859-6", Element.G1, "-G"),
    GREEK(126, "ISO-8859-7", Element.G1, "-F"),
    HEBREW(138, "ISO-8859-8", Element.G1, "-H"),
    LATIN_5(148, "ISO-8859-9", Element.G1, "-M"),
    LATIN_9(203, "ISO-8859-15", Element.G1, "-b"),
    THAI(166, "TIS-620", Element.G1, "-T"),
    JAPANESE_KATAKANA(13, "JIS_X0201", Element.G1, ")I"),
    JAPANESE_ROMAJI(14, "JIS_X0201", Element.G0, "(J"),
    JAPANESE_KANJI(87, "x-JIS0208", Element.G0_PAIRS, "$B"),
    JAPANESE_SUPPLEMENT(159, "JIS_X0212-1990", Element.G0_PAIRS, "$(D"),
    KOREAN(149, "EUC-KR", Element.G1, "$)C"),
    SIMPLIFIED_CHINESE(58, "GB2312", Element.G1, "$)A"),
    UTF_8(192, "UTF-8", Element.WHOLE, ""),
    GB18030(0, "GB18030", Element.WHOLE, ""),
    GBK(0, "GBK", Element.WHOLE, "");

    /** The half of the code table that a repertoire is called into. ISO/IEC 2022. */
    enum Element {
        /** Bytes below 80H, one for a character. */
        G0,
        /** Bytes below 80H, two for a character. */
        G0_PAIRS,
        /** Bytes from 80H on. */
        G1,
        /** All bytes; no code extension possible. */
        WHOLE
    }

    private static final Pattern TERM = Pattern.compile("ISO[ _-]?(?:2022[ _-])?IR[ _-]?(\\d+)");

    final Charset charset;
    final Element element;
    final String escape;
    private final int registration;

    Repertoire(int registration, String charset, Element element, String escape) {
        this.registration = registration;
        this.charset = Charset.forName(charset);
        this.element = element;
        this.escape = escape;
    }

    /** The repertoire of a defined term; spellings with other separators are understood too. */
    static Optional<Repertoire> ofTerm(String term) {
        String upper = term.trim().toUpperCase(Locale.ROOT);
        if (upper.isEmpty()) {
            return Optional.of(ASCII);
        }
        if (upper.equals("GB18030") || upper.equals("GBK")) {
            return Optional.of(valueOf(upper));
        }
        Matcher matcher = TERM.matcher(upper);
        return matcher.matches() ? ofRegistration(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Repertoire> ofRegistration(String number) {
        for (Repertoire repertoire : values()) {
            if (repertoire.registration != 0 && number.equals(Integer.toString(repertoire.registration))) {
                return Optional.of(repertoire);
            }
        }
        return Optional.empty();
    }

    /** The repertoire that an escape sequence at a position of the bytes (after ESC) calls. */
    static Optional<Repertoire> ofEscape(byte[] bytes, int from, int end) {
        for (Repertoire repertoire : values()) {
            if (!repertoire.escape.isEmpty() && startsWith(bytes, from, end, repertoire.escape)) {
                return Optional.of(repertoire);
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int from, int end, String text) {
        if (from + text.length() > end) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
