package org.aegle.dicom.io;

import java.io.IOException;

/** A stream cannot be read as DICOM, or goes beyond a limit. The message holds no value of the data set. */
public final class DicomParseException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final long offset;
    private final String path;

    /** Why a stream cannot be read. */
    public enum Reason {
        /** Nothing that looks like a data set. */
        NOT_DICOM,
        /** The stream ends before a value or a sequence does. */
        TRUNCATED,
        /** Beyond a limit of {@link ReadLimits}; the message names it. */
        OVER_LIMIT,
        /** The structure is broken. */
        MALFORMED,
        /** A transfer syntax that neither the standard nor this library knows. */
        UNSUPPORTED_TRANSFER_SYNTAX
    }

    DicomParseException(Reason reason, long offset, String path, String message) {
        super(reason + " at byte " + offset + (path.isEmpty() ? "" : " in " + path) + ": " + message);
        this.reason = reason;
        this.offset = offset;
        this.path = path;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Position in the stream, as {@link DicomReader} counts. */
    public long offset() {
        return offset;
    }

    /** The element concerned and the items around it, "(0040,A730)[0].(0008,0100)"; empty outside of elements. */
    public String path() {
        return path;
    }
}
