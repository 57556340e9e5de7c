package org.aegle.dicom.image.codec;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.codec.jpeg.JpegCodec;
import org.aegle.dicom.image.codec.jpeg2000.Jpeg2000Codec;
import org.aegle.dicom.image.codec.jpegls.JpegLsCodec;

/** Which codec decodes which encapsulated transfer syntax. PS3.5 10 and Annex A.4. */
public final class FrameCodecs {
    private static final Map<String, FrameCodec> BY_TRANSFER_SYNTAX = table();

    private FrameCodecs() {}

    private static Map<String, FrameCodec> table() {
        Map<String, FrameCodec> table = new HashMap<>();
        put(table, new RleCodec(), UID.RLELossless);
        put(table, new DeflatedCodec(), UID.DeflatedImageFrameCompression);
        put(table, new NativeCodec(), UID.EncapsulatedUncompressedExplicitVRLittleEndian);
        put(
                table,
                new JpegCodec(),
                UID.JPEGBaseline8Bit,
                UID.JPEGExtended12Bit,
                UID.JPEGSpectralSelectionNonHierarchical68,
                UID.JPEGFullProgressionNonHierarchical1012,
                UID.JPEGLossless,
                UID.JPEGLosslessSV1);
        put(table, new JpegLsCodec(), UID.JPEGLSLossless, UID.JPEGLSNearLossless);
        put(
                table,
                new Jpeg2000Codec(),
                UID.JPEG2000Lossless,
                UID.JPEG2000,
                UID.HTJ2KLossless,
                UID.HTJ2KLosslessRPCL,
                UID.HTJ2K);
        return Map.copyOf(table);
    }

    private static void put(Map<String, FrameCodec> table, FrameCodec codec, String... transferSyntaxUids) {
        for (String uid : transferSyntaxUids) {
            table.put(uid, codec);
        }
    }

    /** The codec of a transfer syntax; empty when there is none. */
    public static Optional<FrameCodec> find(String transferSyntaxUid) {
        return Optional.ofNullable(BY_TRANSFER_SYNTAX.get(transferSyntaxUid));
    }
}
