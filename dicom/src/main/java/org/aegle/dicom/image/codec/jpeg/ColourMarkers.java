package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * What a JPEG codestream of a DCT process tells of its colours: it does so better than the attribute, which many
 * writers do not keep up. Not thread safe.
 */
final class ColourMarkers {
    private static final int ADOBE_TRANSFORM = 11;

    private enum Colours {
        RGB,
        YBR,
        UNTOLD
    }

    private Colours colours = Colours.UNTOLD;

    /** Looks at a marker segment: JFIF has luminance and chrominance, Adobe's marker tells. */
    void read(int marker, CodestreamInput segment) throws MalformedFrame {
        if (marker == Markers.APP0 && startsWith(segment, 'J', 'F')) {
            colours = Colours.YBR;
        }
        if (marker == Markers.APP14 && segment.remaining() > ADOBE_TRANSFORM && startsWith(segment, 'A', 'd')) {
            segment.skip(ADOBE_TRANSFORM);
            colours = segment.readByte() == 0 ? Colours.RGB : Colours.YBR;
        }
    }

    private static boolean startsWith(CodestreamInput segment, char first, char second) {
        byte[] bytes = segment.bytes();
        int at = segment.position();
        return segment.remaining() >= 2 && bytes[at] == first && bytes[at + 1] == second;
    }

    /** Photometric Interpretation of the samples as they are decoded. */
    String photometric(FrameHeader frame, PixelFormat format) {
        if (format.samples() == 1) {
            return format.photometric();
        }
        if (frame.components().size() == 1) {
            return "RGB";
        }
        boolean named = frame.components().get(0).id() == 'R'
                && frame.components().get(1).id() == 'G';
        return switch (named ? Colours.RGB : colours) {
            case RGB -> "RGB";
            case YBR -> "YBR_FULL";
            case UNTOLD -> format.isLuminanceChrominance() ? "YBR_FULL" : format.photometric();
        };
    }
}
