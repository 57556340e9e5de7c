package org.aegle.dicom.image.codec.jpegls;

import org.aegle.dicom.image.codec.CodestreamOutput;

/** Writes what {@link GolombReader} reads. Not thread safe. ITU-T T.87 A.5.3, A.1. */
final class GolombWriter {
    private final CodestreamOutput out;
    private long buffer;
    private int count;
    private boolean afterOnes;

    GolombWriter(CodestreamOutput out) {
        this.out = out;
    }

    /** Writes up to 24 bits. */
    void write(int bits, int length) {
        buffer = buffer << length | bits;
        count += length;
        int width = width();
        while (count >= width) {
            count -= width;
            int next = (int) (buffer >> count) & (1 << width) - 1;
            out.writeByte(next);
            afterOnes = next == 0xFF;
            width = width();
        }
    }

    private int width() {
        return afterOnes ? Byte.SIZE - 1 : Byte.SIZE;
    }

    /** Writes a mapped error; parameters as of the reader. */
    void writeGolomb(int mapped, int order, int longest, int errorBits) {
        int zeros = mapped >> order;
        if (zeros < longest) {
            writeZeros(zeros);
            write(1, 1);
            write(mapped & (1 << order) - 1, order);
        } else {
            writeZeros(longest);
            write(1, 1);
            write(mapped - 1, errorBits);
        }
    }

    private void writeZeros(int zeros) {
        for (int left = zeros; left > 0; left -= 16) {
            write(0, Math.min(16, left));
        }
    }

    /** Fills the last byte with zeros; one of ones is followed by another. */
    void finish() {
        if (count > 0) {
            write(0, width() - count);
        }
        if (afterOnes) {
            write(0, width());
        }
    }
}
