package org.aegle.web.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The headers of tus 1.0.0, the protocol for resumable uploads. */
final class Tus {
    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";
    static final String LENGTH = "Upload-Length";
    static final String OFFSET = "Upload-Offset";
    static final String METADATA = "Upload-Metadata";

    private static final String CONTENT_TYPE = "application/offset+octet-stream";

    private Tus() {}

    /** 412 unless the request speaks this version. */
    static void requireVersion(HttpServletRequest request) {
        if (!VERSION.equals(request.getHeader(RESUMABLE))) {
            throw new TusError(412, RESUMABLE + " must be " + VERSION);
        }
    }

    /** 415 unless the body is a piece of an upload. */
    static void requireContentType(HttpServletRequest request) {
        if (!CONTENT_TYPE.equalsIgnoreCase(request.getContentType())) {
            throw new TusError(415, "Content-Type must be " + CONTENT_TYPE);
        }
    }

    /** A header that must be a whole number, not negative. */
    static long requireNumber(HttpServletRequest request, String header) {
        try {
            long number = Long.parseLong(
                    Optional.ofNullable(request.getHeader(header)).orElse("").strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException ignoredForTheAnswerBelow) {
            // told below, together with negative numbers
        }
        throw new TusError(400, header + " must be a whole number that is not negative");
    }
}
