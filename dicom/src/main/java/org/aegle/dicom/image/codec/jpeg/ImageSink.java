package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;

/** Gathers the scans of an image. */
interface ImageSink {
    /** Decodes a scan. */
    void decode(ScanHeader scan, CodingTables tables, ScanBits bits) throws FrameException;

    /** The image once all scans are there. */
    Frame finish(CodingTables tables) throws FrameException;
}
