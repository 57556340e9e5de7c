package org.aegle.dicom.image.codec.jpeg;

import java.util.List;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodedImage;
import org.aegle.dicom.image.codec.CodestreamInput;

/** Reads what a JPEG codestream tells of its image, up to its first scan. PS3.5 8.2.1, ITU-T T.81 B.2. */
public final class JpegInspection {
    private static final int LOSSLESS = 3;
    private static final int FIRST_ORDER = 1;
    private static final int COLOURS = 3;
    private static final String METHOD = "ISO_10918_1";

    private JpegInspection() {}

    /**
     * Reads the headers.
     *
     * @param start the codestream, or as much of it as has the header of its first scan
     * @throws CodecUnavailable for arithmetic and hierarchical processes, and for colours of four components
     * @throws MalformedFrame when it is no JPEG codestream
     */
    public static CodedImage inspect(byte[] start) throws FrameException {
        Markers markers = new Markers(new CodestreamInput(start));
        ColourMarkers colours = new ColourMarkers();
        FrameHeader frame = null;
        int process = 0;
        for (int marker = markers.next(); marker != Markers.EOI; marker = markers.next()) {
            CodestreamInput segment = markers.segment();
            if (Markers.isFrameHeader(marker)) {
                JpegProcess.of(marker).requirePrecision(segment.bytes()[segment.position()] & 0xFF);
                frame = FrameHeader.read(segment);
                process = marker - Markers.SOF0;
            } else if (marker == Markers.SOS && frame != null) {
                return image(frame, process, ScanHeader.read(segment, frame), colours);
            } else {
                colours.read(marker, segment);
            }
        }
        throw new MalformedFrame("a JPEG codestream without an image");
    }

    private static CodedImage image(FrameHeader frame, int process, ScanHeader scan, ColourMarkers colours)
            throws FrameException {
        int samples = frame.components().size();
        if (samples != 1 && samples != COLOURS) {
            throw new CodecUnavailable("JPEG of " + samples + " components");
        }
        boolean lossless = process == LOSSLESS;
        return new CodedImage(
                transferSyntaxes(process, scan),
                frame.rows(),
                frame.columns(),
                samples,
                frame.precision(),
                false,
                samples == 1 ? "MONOCHROME2" : photometric(frame, colours, lossless),
                lossless ? "" : METHOD);
    }

    private static String photometric(FrameHeader frame, ColourMarkers colours, boolean lossless) {
        PixelFormat untold = new PixelFormat(
                frame.rows(), frame.columns(), COLOURS, lossless ? "RGB" : "YBR_FULL", 8, 8, 7, false, false, false);
        String photometric = colours.photometric(frame, untold);
        return photometric.equals("YBR_FULL") && !frame.isFullySampled() ? "YBR_FULL_422" : photometric;
    }

    private static List<String> transferSyntaxes(int process, ScanHeader scan) {
        return switch (process) {
            case 0 -> List.of(UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit);
            case 1 -> List.of(UID.JPEGExtended12Bit);
            case 2 -> List.of(UID.JPEGFullProgressionNonHierarchical1012);
            default ->
                scan.first() == FIRST_ORDER
                        ? List.of(UID.JPEGLosslessSV1, UID.JPEGLossless)
                        : List.of(UID.JPEGLossless);
        };
    }
}
