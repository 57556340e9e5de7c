package org.aegle.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 2046 5.1.1 with bodies that come in pieces of every size. */
class MultipartReaderTest {
    private static final String HEADER = "Content-Type: application/dicom\r\n\r\n";

    private static MultipartReader reader(String body) {
        return reader(body.getBytes(StandardCharsets.ISO_8859_1), Integer.MAX_VALUE);
    }

    private static MultipartReader reader(byte[] body, int piece) {
        InputStream pieces = new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, piece));
            }
        };
        return new MultipartReader(pieces, "BNDRY");
    }

    private static String text(MultipartReader reader) throws IOException {
        return new String(reader.content().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 64, 1000, 4096, 65536, 1 << 20})
    void partsShouldBeTheSameHoweverTheBodyIsCutUp(int piece) throws IOException {
        List<byte[]> parts = parts();
        MultipartReader reader = reader(body(parts), piece);
        for (byte[] part : parts) {
            assertTrue(reader.next());
            assertEquals("application/dicom", reader.contentType());
            assertArrayEquals(part, reader.content().readAllBytes());
        }
        assertFalse(reader.next());
    }

    /** Bytes that look like the beginning of a delimiter, at every distance from one. */
    private static List<byte[]> parts() {
        Random random = new Random(7);
        byte[] alphabet = "\r\n-BNDRY ".getBytes(StandardCharsets.ISO_8859_1);
        List<byte[]> parts = new ArrayList<>();
        for (int size : new int[] {0, 1, 2, 8, 9, 10, 11, 1000, 131_071, 131_072, 200_000}) {
            byte[] part = new byte[size];
            for (int i = 0; i < size; i++) {
                part[i] = alphabet[random.nextInt(alphabet.length)];
            }
            parts.add(part);
        }
        return parts;
    }

    private static byte[] body(List<byte[]> parts) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.write(("\r\n--BNDRY\r\n" + HEADER).getBytes(StandardCharsets.ISO_8859_1));
            body.write(part);
        }
        body.write("\r\n--BNDRY--\r\nepilogue".getBytes(StandardCharsets.ISO_8859_1));
        return body.toByteArray();
    }

    @Test
    void preambleAndPaddingShouldBePassedOver() throws IOException {
        MultipartReader reader = reader("to whom it may concern\r\n--BNDRY \t \r\n" + HEADER + "one\r\n--BNDRY--");
        assertTrue(reader.next());
        assertEquals("one", text(reader));
        assertFalse(reader.next());
    }

    @Test
    void lineThatOnlyBeginsLikeTheDelimiterShouldBeContent() throws IOException {
        String content = "\r\n--BNDRY2\r\n--BNDRY- -\r\n--BNDR";
        MultipartReader reader = reader("--BNDRY\r\n" + HEADER + content + "\r\n--BNDRY--");
        assertTrue(reader.next());
        assertEquals(content, text(reader));
        assertFalse(reader.next());
    }

    @Test
    void partThatNobodyReadShouldBePassedOver() throws IOException {
        MultipartReader reader =
                reader("--BNDRY\r\nX: y\r\n\r\n" + "z".repeat(300_000) + "\r\n--BNDRY\r\n\r\ntwo\r\n--BNDRY--");
        assertTrue(reader.next());
        assertEquals("", reader.contentType());
        assertTrue(reader.next());
        assertEquals("two", text(reader));
        assertFalse(reader.next());
    }

    @Test
    void bodyThatEndsWithinAPartShouldBeTold() throws IOException {
        MultipartReader reader = reader("--BNDRY\r\n" + HEADER + "all that came\r\n--BND");
        assertTrue(reader.next());
        assertThrows(MultipartReader.Broken.class, () -> text(reader));
        assertThrows(MultipartReader.Broken.class, reader::next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no parts at all", "--OTHER\r\n\r\nx\r\n--OTHER--", "--BNDRY\r\nContent-Type: text/plain"})
    void bodyWithoutAWholePartShouldBeTold(String body) {
        assertThrows(MultipartReader.Broken.class, reader(body)::next);
    }

    @Test
    void headerWithoutEndShouldBeTold() {
        assertThrows(MultipartReader.Broken.class, reader("--BNDRY\r\n" + "X: y\r\n".repeat(100_000))::next);
    }
}
