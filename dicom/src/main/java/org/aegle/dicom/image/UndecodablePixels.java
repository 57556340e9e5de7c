package org.aegle.dicom.image;

import java.io.IOException;

/** The pixel data of an object cannot be made native: no codec, malformed, frames that cannot be parted, or too long. */
public final class UndecodablePixels extends IOException {
    private static final long serialVersionUID = 1L;

    UndecodablePixels(String message) {
        super(message);
    }

    UndecodablePixels(String message, FrameException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
