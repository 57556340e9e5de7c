package org.aegle.imaging.commitment;

/** Why an object is not committed, (0008,1197). PS3.3 C.14.1.1. */
public enum FailureReason {
    /** It could not be read back as it was stored. */
    PROCESSING_FAILURE(0x0110),
    /** It is not here, or not the asker's. */
    NO_SUCH_OBJECT_INSTANCE(0x0112),
    /** It is here, but of another SOP class. */
    CLASS_INSTANCE_CONFLICT(0x0119);

    private final int code;

    FailureReason(int code) {
        this.code = code;
    }

    /** Value of the attribute. */
    public int code() {
        return code;
    }
}
