package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * The bits of entropy coded data up to the next marker, the highest of a byte first; stuffed zero bytes are left out.
 * Zeros follow the last bit, but who uses them is refused. Not thread safe. ITU-T T.81 F.2.2.5.
 */
final class ScanBits {
    private static final int FILLED = 48;

    private final byte[] bytes;
    private final int end;
    private int at;
    private long buffer;
    private int count;
    private int padding;

    ScanBits(CodestreamInput in) {
        this.bytes = in.bytes();
        this.end = in.end();
        this.at = in.position();
    }

    /** Index of the byte after those taken into the buffer; that of the marker once it was met. */
    int position() {
        return at;
    }

    /** Makes sure that there are bits to be read or peeked at, up to 48. */
    void require(int bits) throws MalformedFrame {
        if (count < bits) {
            fill();
        }
    }

    private void fill() throws MalformedFrame {
        requireSound();
        while (count <= FILLED) {
            int next = at < end ? bytes[at] & 0xFF : 0xFF;
            boolean prefix = next == 0xFF;
            if (!prefix) {
                at++;
            } else if (at + 1 < end && bytes[at + 1] == 0) {
                at += 2;
            } else {
                next = 0;
                padding += Byte.SIZE;
            }
            buffer = buffer << Byte.SIZE | next;
            count += Byte.SIZE;
        }
    }

    /**
     * Checks that no more bits were read than there are.
     *
     * @throws MalformedFrame when the data ended early
     */
    void requireSound() throws MalformedFrame {
        if (count < padding) {
            throw new MalformedFrame("the entropy coded data ends early");
        }
    }

    /** The next bits, of which there must be enough; they stay. */
    int peek(int bits) {
        return (int) (buffer >>> count - bits) & (1 << bits) - 1;
    }

    /** Leaves out bits, of which there must be enough. */
    void skip(int bits) {
        count -= bits;
    }

    /** Reads bits, of which there must be enough, up to 16. */
    int read(int bits) {
        count -= bits;
        return (int) (buffer >>> count) & (1 << bits) - 1;
    }

    /** Reads a bit. */
    boolean readBit() throws MalformedFrame {
        require(1);
        return read(1) != 0;
    }

    /** Reads a difference of a number of bits, of which there must be enough. ITU-T T.81 F.2.2.1, EXTEND. */
    int readDifference(int bits) {
        if (bits == 0) {
            return 0;
        }
        int value = read(bits);
        return value < 1 << bits - 1 ? value - (1 << bits) + 1 : value;
    }

    /**
     * Goes on after a restart marker.
     *
     * @param number how many there were before
     * @throws MalformedFrame when another marker follows, or none
     */
    void restart(int number) throws MalformedFrame {
        requireSound();
        while (at + 1 < end && ((bytes[at] & 0xFF) != 0xFF || bytes[at + 1] == 0 || (bytes[at + 1] & 0xFF) == 0xFF)) {
            at++;
        }
        if (at + 1 >= end || (bytes[at + 1] & 0xFF) != Markers.restart(number)) {
            throw new MalformedFrame("a restart marker is missing");
        }
        at += 2;
        count = 0;
        padding = 0;
    }
}
