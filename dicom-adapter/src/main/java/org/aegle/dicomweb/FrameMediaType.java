package org.aegle.dicomweb;

import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;

/** The media type of a frame as it is stored (PS3.18 table 8.7.3-5 and 8.7.3-6). */
final class FrameMediaType {
    static final String UNCOMPRESSED = "application/octet-stream";

    private FrameMediaType() {}

    static String of(String transferSyntaxUid) {
        boolean encapsulated = TransferSyntax.find(transferSyntaxUid)
                .map(TransferSyntax::encapsulated)
                .orElse(false);
        if (!encapsulated) {
            return UNCOMPRESSED;
        }
        return switch (transferSyntaxUid) {
            case UID.RLELossless -> "image/dicom-rle";
            case UID.JPEGLSLossless, UID.JPEGLSNearLossless -> "image/jls";
            case UID.JPEG2000Lossless, UID.JPEG2000 -> "image/jp2";
            case "1.2.840.10008.1.2.4.92", "1.2.840.10008.1.2.4.93" -> "image/jpx";
            case "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202" -> "image/jphc";
            case "1.2.840.10008.1.2.4.203" -> "image/jph";
            case "1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.111", "1.2.840.10008.1.2.4.112" -> "image/jxl";
            default -> isVideo(transferSyntaxUid) ? "video/mpeg" : "image/jpeg";
        };
    }

    private static boolean isVideo(String uid) {
        return TransferSyntax.find(uid).map(TransferSyntax::isVideo).orElse(false);
    }
}
