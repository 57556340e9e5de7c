package org.aegle.dicom.image.codec.jpegls;

import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Codes a scan line by line. */
interface LineCoding {
    /** Decodes or encodes the current line of all components of the scan. */
    void code(Lines lines) throws MalformedFrame;

    /** Forgets what came before. */
    void restart();
}
