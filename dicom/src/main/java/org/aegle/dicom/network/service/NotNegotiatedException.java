package org.aegle.dicom.network.service;

import java.io.IOException;

/** The association has no presentation context for what shall be sent; it goes on. PS3.8 7.1.1.13. */
public final class NotNegotiatedException extends IOException {
    private static final long serialVersionUID = 1L;

    NotNegotiatedException(String message) {
        super(message);
    }
}
