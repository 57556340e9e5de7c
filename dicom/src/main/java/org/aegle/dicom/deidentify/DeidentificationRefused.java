package org.aegle.dicom.deidentify;

import java.io.IOException;

/** An object cannot be made safe to disclose. What was written of it is to be thrown away. Holds no value of it. */
public final class DeidentificationRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why an object is refused. */
    public enum Reason {
        /** Annotations are burned into the pixels, and no region to be cleaned is given. PS3.3 C.7.6.1.1.6. */
        BURNED_IN_ANNOTATION,
        /** The pixels must be changed and cannot be decoded: no codec, malformed, or frames that cannot be parted. */
        PIXELS_NOT_CLEANABLE,
        /** The pixels must be changed and only the attributes were given. */
        PIXELS_NOT_GIVEN,
        /** A DICOMDIR: it is written anew for the files that it shall list. PS3.3 F. */
        MEDIA_DIRECTORY
    }

    DeidentificationRefused(Reason reason, String message) {
        super(reason + ": " + message);
        this.reason = reason;
    }

    DeidentificationRefused(Reason reason, String message, Throwable cause) {
        super(reason + ": " + message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
