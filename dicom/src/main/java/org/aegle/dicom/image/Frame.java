package org.aegle.dicom.image;

/**
 * The decoded samples of one frame: row by row, pixel by pixel, colours side by side, little endian, each in its cell of
 * one, two, four or eight bytes.
 */
public final class Frame {
    private final PixelFormat format;
    private final byte[] samples;

    /**
     * The samples as described; the array is kept, not copied.
     *
     * @throws IllegalArgumentException when their number is not what the format demands
     */
    public Frame(PixelFormat format, byte[] samples) {
        if (samples.length != format.byteCount()) {
            throw new IllegalArgumentException(samples.length + " bytes for a frame of " + format.byteCount());
        }
        this.format = format;
        this.samples = samples;
    }

    /** How the samples lie. */
    public PixelFormat format() {
        return format;
    }

    /** The cells. Not to be changed. */
    public byte[] samples() {
        return samples;
    }

    /** The bits stored of a sample, without regard to its sign; cells of up to 32 bits. */
    int raw(int index) {
        return switch (format.bytesPerSample()) {
            case 1 -> shifted(samples[index] & 0xFF);
            case 2 -> shifted(word(index * 2));
            default -> shifted(word(index * 4) | word(index * 4 + 2) << 16);
        };
    }

    private int shifted(int cell) {
        int low = format.highBit() + 1 - format.bitsStored();
        int bits = format.bitsStored();
        int mask = bits >= Integer.SIZE ? -1 : (1 << bits) - 1;
        return cell >>> low & mask;
    }

    private int word(int at) {
        return samples[at] & 0xFF | (samples[at + 1] & 0xFF) << 8;
    }

    /** The value that stored bits mean. */
    double valueOf(int raw) {
        int bits = format.bitsStored();
        if (format.signed()) {
            int unused = Integer.SIZE - bits;
            return raw << unused >> unused;
        }
        return raw & 0xFFFF_FFFFL;
    }

    /** The stored value of a sample. */
    double value(int index) {
        if (format.floating() && format.bitsAllocated() == Float.SIZE) {
            return Float.intBitsToFloat((int) cell(index, Float.BYTES));
        }
        if (format.floating()) {
            return Double.longBitsToDouble(cell(index, Double.BYTES));
        }
        if (format.bitsAllocated() == Long.SIZE) {
            return cell(index, Long.BYTES);
        }
        return valueOf(raw(index));
    }

    private long cell(int index, int bytes) {
        long cell = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            cell = cell << 8 | samples[index * bytes + i] & 0xFF;
        }
        return cell;
    }

    /** The highest eight bits of a sample: what a colour display shows. */
    int eightBits(int index) {
        int bits = format.bitsStored();
        int raw = raw(index);
        return bits > 8 ? raw >>> bits - 8 : raw;
    }
}
