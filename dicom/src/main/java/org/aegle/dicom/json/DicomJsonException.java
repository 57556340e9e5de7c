package org.aegle.dicom.json;

import java.io.IOException;

/** A text is no DICOM JSON. The message holds no value of the data set. */
public final class DicomJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    DicomJsonException(String message) {
        super(message);
    }

    DicomJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
