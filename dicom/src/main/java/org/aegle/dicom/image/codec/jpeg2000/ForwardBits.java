package org.aegle.dicom.image.codec.jpeg2000;

/**
 * Bits of a stretch from its beginning, the lowest of a byte first; a bit is stuffed after each byte of ones. Not thread
 * safe. ITU-T T.814 7.1.2, 7.1.4.
 */
final class ForwardBits {
    private static final int FILLED = Long.SIZE - Byte.SIZE;

    private final byte[] bytes;
    private final int end;
    private final int filler;
    private int at;
    private long buffer;
    private int count;
    private boolean unstuffs;

    /**
     * Begins.
     *
     * @param filler the byte that follows the last one again and again
     */
    ForwardBits(byte[] bytes, int from, int end, int filler) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.filler = filler;
    }

    /** Reads up to 32 bits. */
    int read(int bits) {
        if (count < bits) {
            fill();
        }
        int value = (int) (buffer & (1L << bits) - 1);
        buffer >>>= bits;
        count -= bits;
        return value;
    }

    private void fill() {
        while (count <= FILLED) {
            int next = at < end ? bytes[at++] & 0xFF : filler;
            int width = unstuffs ? Byte.SIZE - 1 : Byte.SIZE;
            buffer |= (long) (next & (1 << width) - 1) << count;
            count += width;
            unstuffs = next == 0xFF;
        }
    }
}
