package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/** The bits of a packet header; a zero bit follows each byte of ones. Not thread safe. ITU-T T.800 B.10.1. */
final class PacketBits {
    private final CodestreamInput in;
    private int current;
    private int left;

    /** Begins at the next byte. */
    PacketBits(CodestreamInput in) {
        this.in = in;
    }

    boolean readBit() throws MalformedFrame {
        if (left == 0) {
            left = current == 0xFF ? Byte.SIZE - 1 : Byte.SIZE;
            current = in.readByte();
        }
        left--;
        return (current >> left & 1) != 0;
    }

    int read(int count) throws MalformedFrame {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | (readBit() ? 1 : 0);
        }
        return value;
    }

    /** Leaves out what is left of the last byte, and the byte that must follow one of ones. */
    void align() throws MalformedFrame {
        if (current == 0xFF) {
            in.skip(1);
        }
        left = 0;
        current = 0;
    }
}
