package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodestreamOutput;
import org.aegle.dicom.image.codec.FrameCompressor;
import org.aegle.dicom.image.codec.SampleRows;

/**
 * JPEG Lossless, process 14, predicted from the left, with a Huffman code made for the frame. Thread safe. PS3.5 8.2.1,
 * ITU-T T.81 Annex H.
 */
public final class JpegLosslessCompressor implements FrameCompressor {
    private static final int SOF3 = 0xFFC3;
    private static final int MARKER = 0xFF00;
    private static final int CATEGORIES = 17;
    private static final int LEAST_PRECISION = 2;
    private static final int LARGEST_SIDE = 65535;

    @Override
    public EncodedFrame encode(Frame frame) throws FrameException {
        SampleRows rows = new SampleRows(frame);
        PixelFormat format = frame.format();
        if (format.rows() > LARGEST_SIDE || format.columns() > LARGEST_SIDE) {
            throw new CodecUnavailable("JPEG of more than 65535 rows or columns");
        }
        int precision = Math.max(LEAST_PRECISION, rows.unsignedPrecision());
        Differences differences = new Differences(rows, precision);
        int[] frequencies = new int[CATEGORIES];
        differences.forEach((category, bits) -> frequencies[category]++);
        HuffmanCode code = new HuffmanCode(frequencies);
        CodestreamOutput out = new CodestreamOutput().writeWord(MARKER | Markers.SOI);
        writeHeaders(out, format, precision, code);
        EntropyWriter entropy = new EntropyWriter(out);
        differences.forEach((category, bits) -> {
            entropy.write(code.code(category), code.length(category));
            if (category < CATEGORIES - 1) {
                entropy.write(bits, category);
            }
        });
        entropy.finish();
        out.writeWord(MARKER | Markers.EOI);
        return new EncodedFrame(out.toBytes(), format.photometric(), false);
    }

    private static void writeHeaders(CodestreamOutput out, PixelFormat format, int precision, HuffmanCode code) {
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
        scan.writeByte(1).writeByte(0).writeByte(0);
        out.writeSegment(SOF3, frame)
                .writeSegment(MARKER | Markers.DHT, code.table(0))
                .writeSegment(MARKER | Markers.SOS, scan);
    }
}
