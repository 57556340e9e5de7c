package org.aegle.it.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** multipart/related (RFC 2387), written and read byte for byte and independently of the server's own code. */
public final class Multipart {
    /**
     * A part.
     *
     * @param headers by name in lower case
     */
    public record Part(Map<String, String> headers, byte[] content) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private Multipart() {}

    /** A body of which each part has this type. */
    public static byte[] write(String boundary, String type, List<byte[]> contents) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            body.writeBytes(ascii("--" + boundary + "\r\nContent-Type: " + type + "\r\n\r\n"));
            body.writeBytes(content);
            body.writeBytes(ascii("\r\n"));
        }
        body.writeBytes(ascii("--" + boundary + "--\r\n"));
        return body.toByteArray();
    }

    /** The parts of a body; refuses one that does not end as it must. */
    public static List<Part> read(String contentType, byte[] body) {
        byte[] delimiter = ascii("\r\n--" + boundary(contentType));
        byte[] framed = concat(ascii("\r\n"), body);
        List<Part> parts = new ArrayList<>();
        int start = indexOf(framed, delimiter, 0) + delimiter.length;
        while (!startsWith(framed, start, ascii("--"))) {
            int end = indexOf(framed, delimiter, start);
            parts.add(part(framed, start + 2, end));
            start = end + delimiter.length;
        }
        return parts;
    }

    private static Part part(byte[] body, int start, int end) {
        int blank = indexOf(body, ascii("\r\n\r\n"), start);
        Map<String, String> headers = new TreeMap<>();
        for (String line : new String(body, start, blank - start, StandardCharsets.US_ASCII).split("\r\n")) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] content = new byte[end - blank - 4];
        System.arraycopy(body, blank + 4, content, 0, content.length);
        return new Part(headers, content);
    }

    private static String boundary(String contentType) {
        for (String parameter : contentType.split(";")) {
            if (parameter.strip().startsWith("boundary=")) {
                return parameter.strip().substring("boundary=".length()).replace("\"", "");
            }
        }
        throw new IllegalArgumentException("no boundary in " + contentType);
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            if (startsWith(in, i, what)) {
                return i;
            }
        }
        throw new IllegalArgumentException("a multipart body without " + new String(what, StandardCharsets.US_ASCII));
    }

    private static boolean startsWith(byte[] in, int at, byte[] what) {
        for (int i = 0; i < what.length; i++) {
            if (at + i >= in.length || in[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
