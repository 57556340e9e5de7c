package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodestreamOutput;
import org.aegle.dicom.image.codec.FrameCompressor;

/**
 * JPEG Baseline of gray and colour of eight bits; chrominance has half the columns. Thread safe. PS3.5 8.2.1, ITU-T T.81
 * process 1.
 */
public final class JpegBaselineCompressor implements FrameCompressor {
    /** A fifth of the usual steps: differences do not show. */
    private static final float STEP_FACTOR = 0.2f;

    private static final int MARKER = 0xFF00;
    private static final int LARGEST_SIDE = 65535;
    private static final int SYMBOLS = 256;

    @Override
    public EncodedFrame encode(Frame frame) throws FrameException {
        PixelFormat format = frame.format();
        boolean colour = format.samples() == 3;
        check(format);
        int[][] steps = {QuantizationSteps.of(false, STEP_FACTOR), QuantizationSteps.of(true, STEP_FACTOR)};
        BaselineScan scan = scan(format, new LuminancePlanes(frame), steps);
        int[][] frequencies = new int[4][SYMBOLS];
        scan.forEach((table, symbol, bits, length) -> frequencies[table][symbol]++);
        HuffmanCode[] codes = new HuffmanCode[colour ? 4 : 2];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new HuffmanCode(frequencies[i]);
        }
        CodestreamOutput out = new CodestreamOutput().writeWord(MARKER | Markers.SOI);
        writeHeaders(out, format, steps, codes);
        EntropyWriter entropy = new EntropyWriter(out);
        scan.forEach((table, symbol, bits, length) -> {
            entropy.write(codes[table].code(symbol), codes[table].length(symbol));
            entropy.write(bits, length);
        });
        entropy.finish();
        out.writeWord(MARKER | Markers.EOI);
        return new EncodedFrame(out.toBytes(), colour ? "YBR_FULL_422" : format.photometric(), true);
    }

    private static void check(PixelFormat format) throws CodecUnavailable {
        boolean bytes = format.bitsAllocated() == Byte.SIZE && !format.signed();
        boolean known = format.isMonochrome()
                || format.photometric().equals("RGB")
                || format.photometric().equals("YBR_FULL");
        if (!bytes || !known || format.rows() > LARGEST_SIDE || format.columns() > LARGEST_SIDE) {
            throw new CodecUnavailable(
                    "JPEG Baseline of " + format.photometric() + " of " + format.bitsAllocated() + " bits");
        }
    }

    private static BaselineScan scan(PixelFormat format, LuminancePlanes planes, int[][] steps) {
        int across = format.samples() == 3 ? 2 : 1;
        int unitsWide = (format.columns() + Block.SIDE * across - 1) / (Block.SIDE * across);
        int unitsHigh = (format.rows() + Block.SIDE - 1) / Block.SIDE;
        QuantizedComponent[] components = new QuantizedComponent[format.samples()];
        for (int i = 0; i < components.length; i++) {
            components[i] = i == 0
                    ? new QuantizedComponent(
                            planes.luminance(), format.columns(), unitsWide * across, unitsHigh, steps[0])
                    : new QuantizedComponent(
                            planes.chrominance(i), planes.halfColumns(), unitsWide, unitsHigh, steps[1]);
        }
        return new BaselineScan(components, unitsWide, unitsHigh, across);
    }

    private static void writeHeaders(CodestreamOutput out, PixelFormat format, int[][] steps, HuffmanCode[] codes) {
        CodestreamOutput frame = new CodestreamOutput()
                .writeByte(Byte.SIZE)
                .writeWord(format.rows())
                .writeWord(format.columns())
                .writeByte(format.samples());
        CodestreamOutput scan = new CodestreamOutput().writeByte(format.samples());
        for (int i = 0; i < format.samples(); i++) {
            int table = i == 0 ? 0 : 1;
            boolean wide = i == 0 && format.samples() == 3;
            frame.writeByte(i + 1).writeByte(wide ? 0x21 : 0x11).writeByte(table);
            scan.writeByte(i + 1).writeByte(table << 4 | table);
        }
        scan.writeByte(0).writeByte(Block.SIZE - 1).writeByte(0);
        for (int i = 0; i < codes.length / 2; i++) {
            out.writeSegment(MARKER | Markers.DQT, QuantizationSteps.table(i, steps[i]));
        }
        out.writeSegment(MARKER | Markers.SOF0, frame);
        for (int i = 0; i < codes.length; i++) {
            out.writeSegment(MARKER | Markers.DHT, codes[i].table((i & 1) << 4 | i >> 1));
        }
        out.writeSegment(MARKER | Markers.SOS, scan);
    }
}
