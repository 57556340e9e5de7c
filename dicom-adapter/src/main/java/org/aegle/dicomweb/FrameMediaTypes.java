package org.aegle.dicomweb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;

/** The media types of frames and the transfer syntaxes that they stand for, the usual one first. PS3.18 8.7.3.3. */
final class FrameMediaTypes {
    static final String UNCOMPRESSED = "application/octet-stream";

    private static final Map<String, List<String>> SYNTAXES = table();

    /** Older names, and those that clients use. */
    private static final Map<String, String> ALIASES = Map.of(
            "image/x-jls", "image/jls",
            "image/x-dicom-rle", "image/dicom-rle",
            "image/jph", "image/jphc",
            "image/jhc", "image/jphc",
            "video/mpeg", "video/mpeg2");

    private FrameMediaTypes() {}

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        table.put(
                "image/jpeg",
                List.of(UID.JPEGLosslessSV1, UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, UID.JPEGLossless));
        table.put("image/dicom-rle", List.of(UID.RLELossless));
        table.put("image/jls", List.of(UID.JPEGLSLossless, UID.JPEGLSNearLossless));
        table.put("image/jp2", List.of(UID.JPEG2000Lossless, UID.JPEG2000));
        table.put("image/jpx", List.of(UID.JPEG2000MCLossless, UID.JPEG2000MC));
        table.put("image/jphc", List.of(UID.HTJ2KLossless, UID.HTJ2KLosslessRPCL, UID.HTJ2K));
        table.put("image/jxl", List.of(UID.JPEGXLLossless, UID.JPEGXLJPEGRecompression, UID.JPEGXL));
        table.put("video/mpeg2", List.of(UID.MPEG2MPML, UID.MPEG2MPMLF, UID.MPEG2MPHL, UID.MPEG2MPHLF));
        table.put("video/H265", List.of(UID.HEVCMP51, UID.HEVCM10P51));
        return table;
    }

    /** The name in the standard of a type that may be told by an older one. */
    static String standard(String mediaType) {
        return ALIASES.getOrDefault(mediaType, mediaType);
    }

    /** The media type of frames in a transfer syntax; retired processes of JPEG are JPEG, other video is MPEG-4. */
    static String of(TransferSyntax syntax) {
        if (!syntax.encapsulated()) {
            return UNCOMPRESSED;
        }
        return SYNTAXES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(syntax.uid()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> otherwise(syntax));
    }

    private static String otherwise(TransferSyntax syntax) {
        if (syntax.isVideo()) {
            return "video/mp4";
        }
        return syntax.uid().startsWith("1.2.840.10008.1.2.4.") ? "image/jpeg" : UNCOMPRESSED;
    }

    /** The transfer syntax that a media type has when none is named. */
    static Optional<TransferSyntax> findUsual(String mediaType) {
        return Optional.ofNullable(SYNTAXES.get(mediaType)).flatMap(uids -> TransferSyntax.find(uids.get(0)));
    }

    /** A transfer syntax that was named for a media type, where the two fit. */
    static Optional<TransferSyntax> find(String mediaType, String transferSyntaxUid) {
        return TransferSyntax.find(transferSyntaxUid)
                .filter(syntax -> of(syntax).equals(mediaType));
    }
}
