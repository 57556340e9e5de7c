package org.aegle.dicom.network;

import java.io.IOException;

/** There is no association, or no more: it was rejected, aborted, or its connection failed. */
public class AssociationException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    public AssociationException(String message) {
        super(message);
    }

    /** What happened, and from which failure. */
    public AssociationException(String message, Throwable cause) {
        super(message, cause);
    }
}
