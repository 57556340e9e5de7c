package org.aegle.dicom.image.codec.jpegls;

import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodestreamOutput;
import org.aegle.dicom.image.codec.FrameCompressor;
import org.aegle.dicom.image.codec.SampleRows;
import org.aegle.dicom.image.codec.jpeg.Markers;

/** JPEG-LS, colours interleaved line by line. Thread safe. PS3.5 8.2.3, ITU-T T.87. */
public final class JpegLsCompressor implements FrameCompressor {
    private static final int MARKER = 0xFF00;
    private static final int LEAST_PRECISION = 2;
    private static final int LARGEST_SIDE = 65535;

    private final int near;

    /**
     * An encoder.
     *
     * @param near largest error of a sample, in levels; 0 for lossless
     */
    public JpegLsCompressor(int near) {
        this.near = near;
    }

    @Override
    public EncodedFrame encode(Frame frame) throws FrameException {
        SampleRows rows = new SampleRows(frame);
        PixelFormat format = frame.format();
        if (format.rows() > LARGEST_SIDE || format.columns() > LARGEST_SIDE) {
            throw new CodecUnavailable("JPEG-LS of more than 65535 rows or columns");
        }
        int precision = Math.max(LEAST_PRECISION, rows.unsignedPrecision());
        int maximum = (1 << precision) - 1;
        int allowed = Math.min(near, maximum / 2);
        CodestreamOutput out = new CodestreamOutput().writeWord(MARKER | Markers.SOI);
        writeHeaders(out, format, precision, allowed);
        Model model = new Model(CodingParameters.standard(maximum, allowed));
        GolombWriter bits = new GolombWriter(out);
        encodeLines(rows, new LineEncoder(model, bits, format.samples()));
        bits.finish();
        out.writeWord(MARKER | Markers.EOI);
        return new EncodedFrame(out.toBytes(), format.photometric(), near > 0);
    }

    private static void encodeLines(SampleRows rows, LineCoding encoder) throws FrameException {
        PixelFormat format = rows.format();
        Lines lines = new Lines(format.samples(), format.columns());
        int[] row = new int[format.columns()];
        for (int y = 0; y < format.rows(); y++) {
            FrameException.throwIfInterrupted();
            lines.next();
            for (int i = 0; i < format.samples(); i++) {
                rows.unsignedRow(y, i, row);
                System.arraycopy(row, 0, lines.current(i), 1, row.length);
            }
            encoder.code(lines);
        }
    }

    private static void writeHeaders(CodestreamOutput out, PixelFormat format, int precision, int near) {
        CodestreamOutput frame = new CodestreamOutput()
                .writeByte(precision)
                .writeWord(format.rows())
                .writeWord(format.columns())
                .writeByte(format.samples());
        CodestreamOutput scan = new CodestreamOutput().writeByte(format.samples());
        for (int component = 1; component <= format.samples(); component++) {
            frame.writeByte(component).writeByte(0x11).writeByte(0);
            scan.writeByte(component).writeByte(0);
        }
        int interleave = format.samples() > 1 ? JpegLsDecoder.BY_LINE : 0;
        scan.writeByte(near).writeByte(interleave).writeByte(0);
        out.writeSegment(MARKER | JpegLsDecoder.SOF55, frame).writeSegment(MARKER | Markers.SOS, scan);
    }
}
