package org.aegle.dicom.image.codec;

import java.util.Map;
import java.util.Optional;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.codec.jpeg.JpegBaselineCompressor;
import org.aegle.dicom.image.codec.jpeg.JpegLosslessCompressor;
import org.aegle.dicom.image.codec.jpeg2000.Jpeg2000LosslessCompressor;
import org.aegle.dicom.image.codec.jpegls.JpegLsCompressor;

/** Which encoder writes which encapsulated transfer syntax. PS3.5 10 and Annex A.4. */
public final class FrameCompressors {
    /** Errors of two levels do not show. */
    private static final int NEAR = 2;

    private static final Map<String, FrameCompressor> BY_TRANSFER_SYNTAX = Map.of(
            UID.RLELossless, new RleCompressor(),
            UID.JPEGBaseline8Bit, new JpegBaselineCompressor(),
            UID.JPEGLosslessSV1, new JpegLosslessCompressor(),
            UID.JPEGLSLossless, new JpegLsCompressor(0),
            UID.JPEGLSNearLossless, new JpegLsCompressor(NEAR),
            UID.JPEG2000Lossless, new Jpeg2000LosslessCompressor());

    private FrameCompressors() {}

    /** The encoder of a transfer syntax; empty when there is none. */
    public static Optional<FrameCompressor> find(String transferSyntaxUid) {
        return Optional.ofNullable(BY_TRANSFER_SYNTAX.get(transferSyntaxUid));
    }
}
