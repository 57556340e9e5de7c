package org.aegle.dicom.image.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.PixelFormat;

/** Small synthetic frames of every size, depth and temper that codecs find hard. */
final class TestImages {
    /** Columns and rows. */
    private static final int[][] SIZES = {{1, 1}, {1, 9}, {17, 1}, {2, 3}, {33, 31}, {64, 64}, {70, 129}};

    private static final int[] DEPTHS = {1, 2, 3, 7, 8, 9, 12, 15, 16};

    private TestImages() {}

    /** Gray frames of all depths, signed and unsigned, in all sizes. */
    static Stream<Frame> gray() {
        List<Frame> frames = new ArrayList<>();
        for (int[] size : SIZES) {
            for (int bits : DEPTHS) {
                frames.add(frame(size[0], size[1], 1, bits, false, "MONOCHROME2"));
                frames.add(frame(size[0], size[1], 1, bits, true, "MONOCHROME2"));
            }
        }
        return frames.stream();
    }

    /** Colour frames of eight and sixteen bits in all sizes. */
    static Stream<Frame> colour() {
        List<Frame> frames = new ArrayList<>();
        for (int[] size : SIZES) {
            frames.add(frame(size[0], size[1], 3, 8, false, "RGB"));
            frames.add(frame(size[0], size[1], 3, 16, false, "RGB"));
            frames.add(frame(size[0], size[1], 3, 8, false, "YBR_FULL"));
        }
        return frames.stream();
    }

    /** A frame whose left third is smooth, its middle noise, its right a pattern of flat areas with hard edges. */
    static Frame frame(int columns, int rows, int samples, int bits, boolean signed, String photometric) {
        Random random = new Random(31L * columns + rows + 7L * bits + samples);
        int range = 1 << bits;
        IntBinaryOperator value = (x, y) -> switch (3 * x / columns) {
            case 0 -> (x * 5 + y * 3) * range / 512;
            case 1 -> random.nextInt(range);
            default -> (x / 4 + y / 4) % 2 == 0 ? range - 1 : random.nextInt(8) == 0 ? range / 2 : 0;
        };
        return frame(format(columns, rows, samples, bits, signed, photometric), value);
    }

    static PixelFormat format(int columns, int rows, int samples, int bits, boolean signed, String photometric) {
        int allocated = bits > 8 ? 16 : 8;
        return new PixelFormat(rows, columns, samples, photometric, allocated, bits, bits - 1, signed, false, false);
    }

    /** A frame of given values, of which the bits stored are kept. */
    static Frame frame(PixelFormat format, IntBinaryOperator values) {
        byte[] samples = new byte[(int) format.byteCount()];
        int cell = format.bytesPerSample();
        int unused = Integer.SIZE - format.bitsStored();
        int at = 0;
        for (int y = 0; y < format.rows(); y++) {
            for (int i = 0; i < format.columns() * format.samples(); i++, at += cell) {
                int bits = values.applyAsInt(i / format.samples(), y + 5 * (i % format.samples())) << unused;
                int value = format.signed() ? bits >> unused : bits >>> unused;
                for (int b = 0; b < cell; b++) {
                    samples[at + b] = (byte) (value >> 8 * b);
                }
            }
        }
        return new Frame(format, samples);
    }
}
