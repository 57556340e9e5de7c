package org.aegle.dicom.json;

import java.io.IOException;

/** A text is no DICOM JSON, or no Native DICOM Model. The message holds no value of the data set. */
public final class DicomModelException extends IOException {
    private static final long serialVersionUID = 1L;

    DicomModelException(String message) {
        super(message);
    }

    DicomModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
