package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.codec.CodestreamOutput;

/** Writes the bits of a packet header; a zero bit follows each byte of ones. Not thread safe. ITU-T T.800 B.10.1. */
final class PacketBitWriter {
    private final CodestreamOutput out;
    private int current;
    private int left = Byte.SIZE;

    PacketBitWriter(CodestreamOutput out) {
        this.out = out;
    }

    void write(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            left--;
            current |= (value >> i & 1) << left;
            if (left == 0) {
                flush();
            }
        }
    }

    private void flush() {
        out.writeByte(current);
        left = current == 0xFF ? Byte.SIZE - 1 : Byte.SIZE;
        current = 0;
    }

    /** Ends the header at a whole byte that is not all ones. */
    void finish() {
        if (left < Byte.SIZE) {
            flush();
        }
        if (left == Byte.SIZE - 1) {
            flush();
        }
    }
}
