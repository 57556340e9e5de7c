package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.codec.CodestreamOutput;

/** Writes bits, the highest of a byte first, a zero byte after each byte of ones. Not thread safe. T.81 F.1.2.3. */
final class EntropyWriter {
    private final CodestreamOutput out;
    private long buffer;
    private int count;

    EntropyWriter(CodestreamOutput out) {
        this.out = out;
    }

    /** Writes up to 16 bits. */
    void write(int bits, int length) {
        buffer = buffer << length | bits;
        count += length;
        while (count >= Byte.SIZE) {
            count -= Byte.SIZE;
            int next = (int) (buffer >> count) & 0xFF;
            out.writeByte(next);
            if (next == 0xFF) {
                out.writeByte(0);
            }
        }
    }

    /** Fills the last byte with ones. */
    void finish() {
        if (count > 0) {
            write((1 << Byte.SIZE - count) - 1, Byte.SIZE - count);
        }
    }
}
