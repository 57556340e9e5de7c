package org.aegle.dicom.image.codec.jpeg2000;

/**
 * Bits from the end of a stretch to its beginning, the lowest of a byte first; a bit is stuffed before seven ones that
 * follow a byte above 8F. Zeros follow the last bit. Not thread safe. ITU-T T.814 7.1.3, 7.1.5.
 */
final class BackwardBits {
    private static final int FILLED = Long.SIZE - Byte.SIZE;
    private static final int LARGEST_UNSTUFFED = 0x8F;
    private static final int SEVEN_ONES = 0x7F;

    private final byte[] bytes;
    private final int first;
    private int at;
    private long buffer;
    private int count;
    private boolean unstuffs;

    private BackwardBits(byte[] bytes, int first, int at) {
        this.bytes = bytes;
        this.first = first;
        this.at = at;
    }

    /** The variable length codes of a cleanup segment: its last twelve bits are a length and do not belong to them. */
    static BackwardBits ofCleanup(byte[] bytes, int first, int end) {
        BackwardBits bits = new BackwardBits(bytes, first, end - 3);
        int half = bytes[end - 2] >> 4 & 15;
        bits.buffer = half;
        bits.count = (half & 7) == 7 ? 3 : 4;
        bits.unstuffs = (half << 4 | 15) > LARGEST_UNSTUFFED;
        return bits;
    }

    /** The magnitude refinements at the end of a refinement segment. */
    static BackwardBits ofRefinement(byte[] bytes, int first, int end) {
        BackwardBits bits = new BackwardBits(bytes, first, end - 1);
        bits.unstuffs = true;
        return bits;
    }

    private void fill() {
        while (count <= FILLED) {
            int next = at >= first ? bytes[at--] & 0xFF : 0;
            int width = unstuffs && (next & SEVEN_ONES) == SEVEN_ONES ? Byte.SIZE - 1 : Byte.SIZE;
            buffer |= (long) (next & (1 << width) - 1) << count;
            count += width;
            unstuffs = next > LARGEST_UNSTUFFED;
        }
    }

    /** The next bits, up to 32; they stay. */
    int peek(int bits) {
        if (count < bits) {
            fill();
        }
        return (int) (buffer & (1L << bits) - 1);
    }

    /** Leaves out bits that were peeked at. */
    void skip(int bits) {
        buffer >>>= bits;
        count -= bits;
    }

    int read(int bits) {
        int value = peek(bits);
        skip(bits);
        return value;
    }
}
