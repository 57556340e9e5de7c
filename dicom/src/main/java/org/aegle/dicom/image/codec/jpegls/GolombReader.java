package org.aegle.dicom.image.codec.jpegls;

import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * Golomb codes of limited length in a scan's data, where a zero bit follows each byte of ones. Not thread safe. ITU-T
 * T.87 A.5.3, A.1.
 */
final class GolombReader {
    private static final int FILLED = Long.SIZE - Byte.SIZE;

    private final byte[] bytes;
    private final int end;
    private int at;
    /** Bits from the left. */
    private long buffer;

    private int count;
    private int padding;
    private boolean afterOnes;

    GolombReader(CodestreamInput in) {
        this.bytes = in.bytes();
        this.end = in.end();
        this.at = in.position();
    }

    /** Index after the bytes taken into the buffer; that of the marker once it was met. */
    int position() {
        return at;
    }

    private void fill() throws MalformedFrame {
        requireSound();
        while (count <= FILLED) {
            int next = at < end ? bytes[at] & 0xFF : 0xFF;
            int width = afterOnes ? Byte.SIZE - 1 : Byte.SIZE;
            if (at >= end || next == 0xFF && (at + 1 >= end || bytes[at + 1] < 0) || afterOnes && next > 0x7F) {
                count += Byte.SIZE;
                padding += Byte.SIZE;
                continue;
            }
            at++;
            afterOnes = next == 0xFF;
            buffer |= (long) next << Long.SIZE - width - count;
            count += width;
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

    /** Reads up to 24 bits. */
    int read(int bits) throws MalformedFrame {
        if (bits == 0) {
            return 0;
        }
        if (count < bits) {
            fill();
        }
        int value = (int) (buffer >>> Long.SIZE - bits);
        buffer <<= bits;
        count -= bits;
        return value;
    }

    /**
     * Reads a mapped error.
     *
     * @param order bits of the remainder
     * @param longest zeros that announce a value written as it is
     * @param errorBits bits of such a value
     */
    int readGolomb(int order, int longest, int errorBits) throws MalformedFrame {
        if (count <= longest) {
            fill();
        }
        int zeros = Long.numberOfLeadingZeros(buffer);
        if (zeros > longest) {
            throw new MalformedFrame("a JPEG-LS code beyond its limit");
        }
        buffer <<= zeros + 1;
        count -= zeros + 1;
        return zeros < longest ? (zeros << order) + read(order) : read(errorBits) + 1;
    }

    /**
     * Goes on after a restart marker.
     *
     * @param code the marker's second byte
     */
    void restart(int code) throws MalformedFrame {
        requireSound();
        if (at + 1 >= end || (bytes[at] & 0xFF) != 0xFF || (bytes[at + 1] & 0xFF) != code) {
            throw new MalformedFrame("a restart marker is missing");
        }
        at += 2;
        buffer = 0;
        count = 0;
        padding = 0;
        afterOnes = false;
    }
}
