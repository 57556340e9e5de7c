package org.aegle.dicom.image.codec.jpeg2000;

import java.util.List;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodedImage;
import org.aegle.dicom.image.codec.CodestreamInput;

/** Reads what a JPEG 2000 codestream tells of its image, from its main header. PS3.5 8.2.4, ITU-T T.800 A.5, A.6. */
public final class Jpeg2000Inspection {
    private static final int COLOURS = 3;

    private Jpeg2000Inspection() {}

    /**
     * Reads the main header.
     *
     * @param start the codestream without a file around it, or as much of it as has the main header
     * @throws CodecUnavailable for subsampled or differing components, and for other numbers of them than 1 and 3
     * @throws MalformedFrame when it is no JPEG 2000 codestream
     */
    public static CodedImage inspect(byte[] start) throws FrameException {
        CodestreamReader reader = new CodestreamReader(new CodestreamInput(start));
        ImageSize size = reader.size();
        ImageSize.Component first = size.components().get(0);
        int samples = size.components().size();
        boolean alike = size.components().stream().allMatch(c -> c.equals(first)) && first.dx() == 1 && first.dy() == 1;
        if (!alike || samples != 1 && samples != COLOURS) {
            throw new CodecUnavailable("JPEG 2000 of " + samples + " components, or of subsampled or differing ones");
        }
        Parameters header = reader.readMainHeader();
        CodingStyle style = header.style(0);
        return new CodedImage(
                transferSyntaxes(style),
                size.image().y1() - size.image().y0(),
                size.image().x1() - size.image().x0(),
                samples,
                first.precision(),
                first.signed(),
                samples == 1 ? "MONOCHROME2" : photometric(header, style),
                style.reversible() ? "" : "ISO_15444_1");
    }

    /** What is coded reversibly may have been cut, and stand among what is not. */
    private static List<String> transferSyntaxes(CodingStyle style) {
        if (style.blockStyle().highThroughput()) {
            return style.reversible() ? List.of(UID.HTJ2KLossless, UID.HTJ2K) : List.of(UID.HTJ2K);
        }
        return style.reversible() ? List.of(UID.JPEG2000Lossless, UID.JPEG2000) : List.of(UID.JPEG2000);
    }

    private static String photometric(Parameters header, CodingStyle style) {
        if (!header.transformsComponents()) {
            return "RGB";
        }
        return style.reversible() ? "YBR_RCT" : "YBR_ICT";
    }
}
