package org.aegle.dicom.composition;

import java.io.IOException;
import org.aegle.dicom.composition.CompositionException.Reason;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.codec.CodedImage;
import org.aegle.dicom.image.codec.jpeg.JpegInspection;
import org.aegle.dicom.image.codec.jpeg2000.Jp2Contents;
import org.aegle.dicom.image.codec.jpeg2000.Jpeg2000Inspection;
import org.aegle.dicom.image.codec.jpegls.JpegLsInspection;

/**
 * The codestream of one frame and what it tells.
 *
 * @param image what its headers tell
 * @param value the bytes that it lies in
 * @param offset where it begins
 * @param length its bytes
 */
record CodedFrame(CodedImage image, BulkValue value, long offset, long length) {
    /** Camera pictures have previews and profiles before their image. */
    private static final int HEADERS = 4 << 20;

    private static final int MARKER_PREFIX = 0xFF;
    private static final int END_OF_IMAGE = 0xD9;

    /** Codestreams may have a byte of padding behind them. PS3.5 8.2. */
    private static final int PADDING = 16;

    static CodedFrame of(MediaTypes type, BulkValue value) throws IOException, CompositionException {
        try {
            byte[] start = value.start(HEADERS);
            if (type != MediaTypes.JPEG_2000) {
                CodedImage image =
                        type == MediaTypes.JPEG ? JpegInspection.inspect(start) : JpegLsInspection.inspect(start);
                return new CodedFrame(image, value, 0, value.length()).ended();
            }
            return Jp2Contents.isFile(start)
                    ? ofFile(start, value)
                    : new CodedFrame(Jpeg2000Inspection.inspect(start), value, 0, value.length()).ended();
        } catch (FrameException.CodecUnavailable e) {
            throw new CompositionException(Reason.UNSUPPORTED, e.getMessage());
        } catch (FrameException e) {
            throw new CompositionException(Reason.MALFORMED, "bulk data: " + e.getMessage());
        }
    }

    private static CodedFrame ofFile(byte[] start, BulkValue value)
            throws IOException, CompositionException, FrameException {
        Jp2Contents contents = Jp2Contents.of(start, value.length());
        byte[] headers;
        try (var in = value.open(contents.offset(), Math.min(HEADERS, contents.length()))) {
            headers = in.readAllBytes();
        }
        CodedImage image = Jpeg2000Inspection.inspect(headers);
        boolean plain = image.photometric().equals("RGB");
        if (plain && contents.colourSpace().orElse(0) == Jp2Contents.SYCC) {
            image = withPhotometric(image, "YBR_FULL");
        }
        return new CodedFrame(image, value, contents.offset(), contents.length()).ended();
    }

    private static CodedImage withPhotometric(CodedImage image, String photometric) {
        return new CodedImage(
                image.transferSyntaxUids(),
                image.rows(),
                image.columns(),
                image.samples(),
                image.precision(),
                image.signed(),
                photometric,
                image.lossyMethod());
    }

    /** What does not end as it must was cut off on its way. All three families end by the same marker. */
    private CodedFrame ended() throws IOException, CompositionException {
        int count = (int) Math.min(PADDING, length);
        byte[] end;
        try (var in = value.open(offset + length - count, count)) {
            end = in.readNBytes(count);
        }
        for (int i = end.length - 1; i > 0; i--) {
            if ((end[i] & 0xFF) == END_OF_IMAGE && (end[i - 1] & 0xFF) == MARKER_PREFIX) {
                return this;
            }
        }
        throw new CompositionException(Reason.MALFORMED, "the codestream is cut off");
    }
}
