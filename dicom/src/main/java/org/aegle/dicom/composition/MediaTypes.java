package org.aegle.dicom.composition;

import java.util.Map;
import java.util.Set;
import org.aegle.dicom.data.UID;

/** What bulk data of a media type is. PS3.18 tables 8.7.3-1 to 8.7.3-5. */
enum MediaTypes {
    /** One frame of an image, JPEG. */
    JPEG,
    /** One frame, JPEG-LS. */
    JPEG_LS,
    /** One frame, JPEG 2000 or High-Throughput JPEG 2000, in a JP2 file or bare. */
    JPEG_2000,
    /** A whole video in an MP4 file. */
    MP4,
    /** A document. */
    PDF,
    /** The value of an element as it is, little endian. */
    OCTETS;

    private static final Map<String, MediaTypes> BY_NAME = Map.ofEntries(
            Map.entry("image/jpeg", JPEG),
            Map.entry("image/jls", JPEG_LS),
            Map.entry("image/jp2", JPEG_2000),
            Map.entry("image/jpx", JPEG_2000),
            Map.entry("image/j2c", JPEG_2000),
            Map.entry("image/jph", JPEG_2000),
            Map.entry("image/jphc", JPEG_2000),
            Map.entry("video/mp4", MP4),
            Map.entry("application/pdf", PDF),
            Map.entry("application/octet-stream", OCTETS));

    private static final Map<String, MediaTypes> BY_TRANSFER_SYNTAX = Map.ofEntries(
            Map.entry(UID.JPEGBaseline8Bit, JPEG),
            Map.entry(UID.JPEGExtended12Bit, JPEG),
            Map.entry(UID.JPEGFullProgressionNonHierarchical1012, JPEG),
            Map.entry(UID.JPEGLossless, JPEG),
            Map.entry(UID.JPEGLosslessSV1, JPEG),
            Map.entry(UID.JPEGLSLossless, JPEG_LS),
            Map.entry(UID.JPEGLSNearLossless, JPEG_LS),
            Map.entry(UID.JPEG2000Lossless, JPEG_2000),
            Map.entry(UID.JPEG2000, JPEG_2000),
            Map.entry(UID.HTJ2KLossless, JPEG_2000),
            Map.entry(UID.HTJ2K, JPEG_2000));

    private static final Set<String> NATIVE =
            Set.of("", UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian, UID.DeflatedExplicitVRLittleEndian);

    /** What a part is; octets of a compressed transfer syntax are what that compresses. */
    static MediaTypes of(BulkPart part) throws CompositionException {
        MediaTypes type = BY_NAME.get(part.mediaType());
        if (type == OCTETS && !NATIVE.contains(part.transferSyntaxUid())) {
            type = BY_TRANSFER_SYNTAX.get(part.transferSyntaxUid());
        }
        if (type == null) {
            throw new CompositionException(
                    CompositionException.Reason.UNSUPPORTED,
                    "bulk data of type " + part.mediaType()
                            + (part.transferSyntaxUid().isEmpty() ? "" : " in " + part.transferSyntaxUid()));
        }
        return type;
    }

    /** Whether a value of it is one frame, so that an image of several has as many. */
    boolean isFrame() {
        return this == JPEG || this == JPEG_LS || this == JPEG_2000;
    }
}
