package org.aegle.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Takes a multipart body apart as it comes, part by part, none of it held in memory. The delimiter is searched as text,
 * since the virtual machine searches texts many bytes at a time. For one thread. RFC 2046 5.1.1, PS3.18 8.6.
 */
final class MultipartReader {
    private static final int BUFFER = 128 << 10;
    private static final int LONGEST_HEADER = 8 << 10;
    private static final int LONGEST_PADDING = 64;

    private final InputStream body;
    private final String delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private boolean ended;
    /** Up to here the bytes belong to the part; from {@code start} on. */
    private int certain;

    private boolean atDelimiter;
    private String contentType = "";

    /** @param boundary as the Content-Type header names it, without quotes */
    MultipartReader(InputStream body, String boundary) {
        this.body = body;
        this.delimiter = "\r\n--" + boundary;
        // The first delimiter may stand at the very beginning, without the line break that belongs to it.
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
    }

    /**
     * Goes to the next part, over what is left of the current one.
     *
     * @return false after the last part
     * @throws Broken when the body ends before its close delimiter, or a header has no end
     */
    boolean next() throws IOException {
        while (advance()) {
            start = certain;
        }
        if (!atDelimiter) {
            throw new Broken();
        }
        start += delimiter.length();
        atDelimiter = false;
        if (buffer[start] == '-') {
            return false;
        }
        readLine();
        readHeader();
        certain = start;
        return true;
    }

    /** Content-Type of the current part, empty when it tells none. */
    String contentType() {
        return contentType;
    }

    /** What the current part holds; good until the next call of {@link #next()}. */
    InputStream content() {
        return new Content();
    }

    private void readHeader() throws IOException {
        contentType = "";
        int left = LONGEST_HEADER;
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            left -= line.length();
            if (left < 0) {
                throw new Broken();
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
                contentType = line.substring("content-type:".length()).strip();
            }
        }
    }

    private String readLine() throws IOException {
        for (int at = start; at - start < LONGEST_HEADER; at++) {
            while (at + 1 >= end) {
                at -= start;
                if (!fill()) {
                    throw new Broken();
                }
                at += start;
            }
            if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
                String line = new String(buffer, start, at - start, StandardCharsets.ISO_8859_1);
                start = at + 2;
                return line;
            }
        }
        throw new Broken();
    }

    /** Whether there are bytes of the part between {@code start} and {@code certain}, after reading more if need be. */
    private boolean advance() throws IOException {
        while (start == certain && !atDelimiter) {
            search();
            if (start == certain && !atDelimiter && !fill()) {
                // The rest can no longer become a delimiter: the body was cut off within the part.
                certain = end;
                return start < certain;
            }
        }
        return start < certain;
    }

    private void search() {
        String text = new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
        for (int found = text.indexOf(delimiter); found >= 0; found = text.indexOf(delimiter, found + 1)) {
            switch (follows(start + found + delimiter.length())) {
                case DELIMITER -> {
                    certain = start + found;
                    atDelimiter = true;
                    return;
                }
                case UNDECIDED -> {
                    certain = start + found;
                    return;
                }
                case CONTENT -> {
                    // It goes on behind.
                }
            }
        }
        certain = Math.max(start, end - delimiter.length() + 1);
    }

    private enum Following {
        DELIMITER,
        CONTENT,
        UNDECIDED
    }

    /** A line that only begins like the delimiter is content: two hyphens, or white space to the end of the line. */
    private Following follows(int at) {
        int i = at;
        while (i < end && i - at < LONGEST_PADDING && (buffer[i] == ' ' || buffer[i] == '\t')) {
            i++;
        }
        if (i + 1 >= end) {
            return Following.UNDECIDED;
        }
        boolean close = i == at && buffer[i] == '-' && buffer[i + 1] == '-';
        boolean line = buffer[i] == '\r' && buffer[i + 1] == '\n';
        return close || line ? Following.DELIMITER : Following.CONTENT;
    }

    /** Reads more behind what is not used yet; false at the end of the body. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            certain -= start;
            start = 0;
        }
        int read = body.read(buffer, end, buffer.length - end);
        ended = read < 0;
        end += Math.max(0, read);
        return !ended;
    }

    /** The body ends before its close delimiter, or is not multipart at all. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("the multipart body is broken");
        }
    }

    /** Reads up to the delimiter and no further. A body that was cut off fails here already. */
    private final class Content extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!advance()) {
                if (!atDelimiter) {
                    throw new Broken();
                }
                return -1;
            }
            int count = Math.min(length, certain - start);
            System.arraycopy(buffer, start, into, offset, count);
            start += count;
            return count;
        }
    }
}
