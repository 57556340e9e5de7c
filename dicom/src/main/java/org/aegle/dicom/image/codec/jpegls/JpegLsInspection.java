package org.aegle.dicom.image.codec.jpegls;

import java.util.List;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodedImage;
import org.aegle.dicom.image.codec.CodestreamInput;
import org.aegle.dicom.image.codec.jpeg.FrameHeader;
import org.aegle.dicom.image.codec.jpeg.Markers;
import org.aegle.dicom.image.codec.jpeg.ScanHeader;

/** Reads what a JPEG-LS codestream tells of its image, up to its first scan. PS3.5 8.2.3, ITU-T T.87 C.1. */
public final class JpegLsInspection {
    private static final int COLOURS = 3;

    private JpegLsInspection() {}

    /**
     * Reads the headers.
     *
     * @param start the codestream, or as much of it as has the header of its first scan
     * @throws CodecUnavailable for colours of four components
     * @throws MalformedFrame when it is no JPEG-LS codestream
     */
    public static CodedImage inspect(byte[] start) throws FrameException {
        Markers markers = new Markers(new CodestreamInput(start));
        FrameHeader frame = null;
        for (int marker = markers.next(); marker != Markers.EOI; marker = markers.next()) {
            CodestreamInput segment = markers.segment();
            if (marker == JpegLsDecoder.SOF55) {
                frame = FrameHeader.read(segment);
            } else if (marker == Markers.SOS && frame != null) {
                return image(frame, ScanHeader.read(segment, frame).first());
            }
        }
        throw new MalformedFrame("a JPEG-LS codestream without an image");
    }

    private static CodedImage image(FrameHeader frame, int near) throws FrameException {
        int samples = frame.components().size();
        if (samples != 1 && samples != COLOURS) {
            throw new CodecUnavailable("JPEG-LS of " + samples + " components");
        }
        return new CodedImage(
                near == 0 ? List.of(UID.JPEGLSLossless, UID.JPEGLSNearLossless) : List.of(UID.JPEGLSNearLossless),
                frame.rows(),
                frame.columns(),
                samples,
                frame.precision(),
                false,
                samples == 1 ? "MONOCHROME2" : "RGB",
                near == 0 ? "" : "ISO_14495_1");
    }
}
