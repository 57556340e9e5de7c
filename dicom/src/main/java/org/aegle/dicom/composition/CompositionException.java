package org.aegle.dicom.composition;

/** Metadata and bulk data do not make an object. The message holds no value of the data set but numbers of its image. */
public final class CompositionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** The bulk data is broken, or is not what its media type says. */
        MALFORMED,
        /** The bulk data tells another story than the metadata. */
        CONTRADICTION,
        /** DICOM has no place for bulk data of this kind, or its codestream is of a kind that we do not know. */
        UNSUPPORTED,
        /** Longer than what an element can hold. */
        TOO_LONG
    }

    CompositionException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
