package org.aegle.dicom.network.dimse;

import java.io.IOException;

/** What was received as a command set is none; the association cannot go on. */
public final class CommandSetException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public CommandSetException(String message) {
        super(message);
    }
}
