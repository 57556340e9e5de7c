package org.aegle.dicomweb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a content that is asked for by the Range header (RFC 9110 14).
 *
 * @param first byte, counted from 0
 * @param length bytes; 0 where the content has nothing of what is asked for
 */
record RequestedRange(long first, long length) {
    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** Empty for other units, several ranges or none at all: then the whole content is the answer. */
    static Optional<RequestedRange> find(String header, long size) {
        Matcher range = SINGLE.matcher(header == null ? "" : header);
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long suffix = Math.min(size, Long.parseLong(range.group(2)));
            return Optional.of(new RequestedRange(size - suffix, suffix));
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        boolean reversed = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first;
        return reversed ? Optional.empty() : Optional.of(new RequestedRange(first, Math.max(0, last - first + 1)));
    }

    String contentRange(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
