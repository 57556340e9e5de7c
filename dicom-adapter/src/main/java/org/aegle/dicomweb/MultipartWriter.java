package org.aegle.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes multipart/related (RFC 2387), part after part, none held in memory. */
final class MultipartWriter {
    private final String boundary = UUID.randomUUID().toString();
    private final String type;

    /** @param type of the parts, as the root type */
    MultipartWriter(String type) {
        this.type = type;
    }

    String contentType() {
        return "multipart/related; type=\"" + type + "\"; boundary=" + boundary;
    }

    void part(OutputStream out, String contentType, String location, InputStream content) throws IOException {
        begin(out, contentType, location);
        content.transferTo(out);
        endPart(out);
    }

    /** The head of a part, whose content follows. */
    void begin(OutputStream out, String contentType, String location) throws IOException {
        String head =
                "--" + boundary + "\r\nContent-Type: " + contentType + "\r\nContent-Location: " + location + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }

    void endPart(OutputStream out) throws IOException {
        out.write('\r');
        out.write('\n');
    }

    /** A part that has no address of its own. */
    void part(OutputStream out, String contentType, Content content) throws IOException {
        out.write(("--" + boundary + "\r\nContent-Type: " + contentType + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        content.write(out);
        out.write('\r');
        out.write('\n');
    }

    /** Writes what a part holds. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    void end(OutputStream out) throws IOException {
        out.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
