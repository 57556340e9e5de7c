package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodestreamInput;
import org.aegle.dicom.image.codec.CodestreamOutput;
import org.aegle.dicom.image.codec.SampleRows;

/**
 * The headers of a codestream of one tile. The encoder takes subbands and blocks from what a decoder reads in them, so
 * that both see the same. Not thread safe. ITU-T T.800 Annex A.
 */
final class Jpeg2000Headers {
    private static final int COD = 0xFF52;
    private static final int QCD = 0xFF5C;
    private static final int BLOCK_EXPONENT = 6;
    private static final int LEAST_GUARD_BITS = 2;
    private static final int SIGNED = 0x80;
    private static final int BANDS = 3;
    private static final int TILE_PART_HEADER = 14;

    private final SampleRows rows;
    private final int levels;
    private final boolean transforms;
    private int guardBits = LEAST_GUARD_BITS;

    Jpeg2000Headers(SampleRows rows, int levels, boolean transforms) {
        this.rows = rows;
        this.levels = levels;
        this.transforms = transforms;
    }

    int subbands() {
        return BANDS * levels + 1;
    }

    /** Leaves as many bits free as the largest coefficients of the subbands need. */
    void measure(int[] bits) {
        for (int i = 0; i < bits.length; i++) {
            guardBits = Math.max(guardBits, bits[i] - exponent(i) + 1);
        }
    }

    /** Bits of a subband's samples; chrominance has one more. T.800 E.1.1. */
    private int exponent(int subband) {
        int gain = subband == 0 ? 0 : (subband - 1) % BANDS == 2 ? 2 : 1;
        return rows.precision() + gain + (transforms ? 1 : 0);
    }

    /** The resolutions, subbands and blocks of a component. */
    TileComponent component(int index) throws FrameException {
        ImageSize size = ImageSize.read(new CodestreamInput(size().toBytes()));
        Parameters parameters = new Parameters(rows.format().samples());
        parameters.read(COD, new CodestreamInput(style().toBytes()));
        parameters.read(QCD, new CodestreamInput(quantization().toBytes()));
        return new TileComponent(size, size.tile(0), index, parameters);
    }

    private CodestreamOutput size() {
        PixelFormat format = rows.format();
        CodestreamOutput out = new CodestreamOutput().writeWord(0);
        for (int corner = 0; corner < 2; corner++) {
            out.writeNumber(format.columns())
                    .writeNumber(format.rows())
                    .writeNumber(0)
                    .writeNumber(0);
        }
        out.writeWord(format.samples());
        for (int i = 0; i < format.samples(); i++) {
            out.writeByte(rows.precision() - 1 | (rows.isSigned() ? SIGNED : 0))
                    .writeByte(1)
                    .writeByte(1);
        }
        return out;
    }

    /** One layer, resolution after resolution. */
    private CodestreamOutput style() {
        return new CodestreamOutput()
                .writeByte(0)
                .writeByte(Progression.Order.LRCP.ordinal())
                .writeWord(1)
                .writeByte(transforms ? 1 : 0)
                .writeByte(levels)
                .writeByte(BLOCK_EXPONENT - 2)
                .writeByte(BLOCK_EXPONENT - 2)
                .writeByte(0)
                .writeByte(1);
    }

    private CodestreamOutput quantization() {
        CodestreamOutput out = new CodestreamOutput().writeByte(guardBits << 5);
        for (int i = 0; i < subbands(); i++) {
            out.writeByte(exponent(i) << 3);
        }
        return out;
    }

    /** The whole codestream. */
    byte[] codestream(byte[] packets) {
        CodestreamOutput tile = new CodestreamOutput()
                .writeWord(0)
                .writeNumber(packets.length + TILE_PART_HEADER)
                .writeByte(0)
                .writeByte(1);
        return new CodestreamOutput()
                .writeWord(CodestreamReader.SOC)
                .writeSegment(CodestreamReader.SIZ, size())
                .writeSegment(COD, style())
                .writeSegment(QCD, quantization())
                .writeSegment(CodestreamReader.SOT, tile)
                .writeWord(CodestreamReader.SOD)
                .writeBytes(packets)
                .writeWord(CodestreamReader.EOC)
                .toBytes();
    }
}
