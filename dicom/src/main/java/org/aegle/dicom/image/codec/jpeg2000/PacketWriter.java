package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.codec.CodestreamOutput;

/** Writes packets of one layer with all passes of their blocks. Not thread safe. ITU-T T.800 B.9, B.10. */
final class PacketWriter {
    private static final int FIRST_LENGTH_BITS = 3;

    private final CodestreamOutput out;
    private final EbcotEncoder encoder = new EbcotEncoder();

    PacketWriter(CodestreamOutput out) {
        this.out = out;
    }

    /** Writes the packet of a precinct. */
    void write(Precinct precinct, int[] coefficients, int stride) throws FrameException {
        PacketBitWriter bits = new PacketBitWriter(out);
        CodestreamOutput body = new CodestreamOutput();
        bits.write(1, 1);
        for (Precinct.Band band : precinct.bands()) {
            writeBand(band, coefficients, stride, bits, body);
        }
        bits.finish();
        out.writeBytes(body.toBytes());
    }

    private void writeBand(
            Precinct.Band band, int[] coefficients, int stride, PacketBitWriter bits, CodestreamOutput body)
            throws FrameException {
        int count = band.blocks.length;
        if (count == 0) {
            return;
        }
        int[][] values = new int[count][];
        int[] planes = new int[count];
        int[] absent = new int[count];
        int[] zeroPlanes = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = values(band, band.blocks[i].area, coefficients, stride);
            planes[i] = planes(values[i]);
            absent[i] = planes[i] == 0 ? 1 : 0;
            zeroPlanes[i] = band.subband.planes() - planes[i];
        }
        int height = count / band.width;
        TagTreeWriter inclusion = new TagTreeWriter(band.width, height, absent);
        TagTreeWriter zeros = new TagTreeWriter(band.width, height, zeroPlanes);
        for (int i = 0; i < count; i++) {
            FrameException.throwIfInterrupted();
            inclusion.write(i % band.width, i / band.width, 1, bits);
            if (planes[i] > 0) {
                for (int threshold = 1; threshold <= zeroPlanes[i] + 1; threshold++) {
                    zeros.write(i % band.width, i / band.width, threshold, bits);
                }
                byte[] code = encoder.encode(values[i], band.blocks[i].area, band.subband.kind(), planes[i]);
                writePasses(3 * planes[i] - 2, bits);
                writeLength(code.length, 3 * planes[i] - 2, bits);
                body.writeBytes(code);
            }
        }
    }

    private static int[] values(Precinct.Band band, Area block, int[] coefficients, int stride) {
        int[] values = new int[block.width() * block.height()];
        int left = band.subband.left() + block.x0() - band.subband.area().x0();
        int top = band.subband.top() + block.y0() - band.subband.area().y0();
        for (int y = 0; y < block.height(); y++) {
            System.arraycopy(coefficients, (top + y) * stride + left, values, y * block.width(), block.width());
        }
        return values;
    }

    /** Bits of the largest magnitude. */
    static int planes(int[] values) {
        int all = 0;
        for (int value : values) {
            all |= Math.abs(value);
        }
        return Integer.SIZE - Integer.numberOfLeadingZeros(all);
    }

    /** T.800 table B.4. */
    private static void writePasses(int passes, PacketBitWriter bits) {
        if (passes == 1) {
            bits.write(0, 1);
        } else if (passes == 2) {
            bits.write(0b10, 2);
        } else if (passes < 6) {
            bits.write(0b11, 2);
            bits.write(passes - 3, 2);
        } else if (passes < 37) {
            bits.write(0b1111, 4);
            bits.write(passes - 6, 5);
        } else {
            bits.write(0b111111111, 9);
            bits.write(passes - 37, 7);
        }
    }

    private static void writeLength(int length, int passes, PacketBitWriter bits) {
        int added = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(passes);
        int needed = Integer.SIZE - Integer.numberOfLeadingZeros(length);
        int more = Math.max(0, needed - added - FIRST_LENGTH_BITS);
        for (int i = 0; i < more; i++) {
            bits.write(1, 1);
        }
        bits.write(0, 1);
        bits.write(length, FIRST_LENGTH_BITS + more + added);
    }
}
