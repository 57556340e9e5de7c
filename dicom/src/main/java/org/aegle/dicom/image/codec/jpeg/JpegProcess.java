package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/** The coding processes of JPEG with Huffman coding that are no parts of a hierarchy. ITU-T T.81 table B.1. */
enum JpegProcess {
    /** Baseline and extended sequential DCT. */
    SEQUENTIAL,
    /** Progressive DCT. */
    PROGRESSIVE,
    /** Prediction without loss. */
    LOSSLESS;

    private static final int LEAST_LOSSLESS = 2;
    private static final int MOST_LOSSLESS = 16;

    /** The process that a frame header's marker names. */
    static JpegProcess of(int marker) throws CodecUnavailable {
        return switch (marker - Markers.SOF0) {
            case 0, 1 -> SEQUENTIAL;
            case 2 -> PROGRESSIVE;
            case 3 -> LOSSLESS;
            default -> throw new CodecUnavailable("JPEG frame header SOF" + (marker - Markers.SOF0));
        };
    }

    void requirePrecision(int precision) throws MalformedFrame {
        boolean possible = this == LOSSLESS
                ? precision >= LEAST_LOSSLESS && precision <= MOST_LOSSLESS
                : precision == 8 || precision == 12;
        if (!possible) {
            throw new MalformedFrame("JPEG samples of " + precision + " bits");
        }
    }
}
