package org.aegle.dicom.image;

/**
 * The decoded samples of one frame: row by row, pixel by pixel, colours side by side, little endian, each in its cell of
 * one, two, four or eight bytes.
 */
public final class Frame {
    private static final int LARGEST_TABLE_BITS = 16;

    private final PixelFormat format;
    private final byte[] samples;
    private final int lowBit;
    private final int mask;

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
        int bits = format.bitsStored();
        this.lowBit = format.highBit() + 1 - bits;
        this.mask = bits >= Integer.SIZE ? -1 : (1 << bits) - 1;
    }

    /** How the samples lie. */
    public PixelFormat format() {
        return format;
    }

    /** The cells. Not to be changed. */
    public byte[] samples() {
        return samples;
    }

    /** The stored values are few enough for a table of all: integers of up to 16 bits. */
    boolean hasTableOfValues() {
        return !format.floating() && format.bitsStored() <= LARGEST_TABLE_BITS && format.bitsAllocated() < Long.SIZE;
    }

    /** The bits stored of some samples, without regard to their sign; cells of up to 32 bits. */
    void readRaw(int from, int[] raw) {
        switch (format.bytesPerSample()) {
            case 1 -> {
                for (int i = 0; i < raw.length; i++) {
                    raw[i] = samples[from + i] >>> lowBit & mask;
                }
            }
            case 2 -> {
                for (int i = 0; i < raw.length; i++) {
                    raw[i] = word((from + i) * 2) >>> lowBit & mask;
                }
            }
            default -> {
                for (int i = 0; i < raw.length; i++) {
                    raw[i] = cell(from + i) >>> lowBit & mask;
                }
            }
        }
    }

    /** All bits of a sample's cell of up to 32 bits. */
    int cell(int index) {
        return switch (format.bytesPerSample()) {
            case 1 -> samples[index] & 0xFF;
            case 2 -> word(index * 2);
            default -> word(index * 4) | word(index * 4 + 2) << 16;
        };
    }

    private int raw(int index) {
        return cell(index) >>> lowBit & mask;
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
            return Float.intBitsToFloat((int) number(index, Float.BYTES));
        }
        if (format.floating()) {
            return Double.longBitsToDouble(number(index, Double.BYTES));
        }
        if (format.bitsAllocated() == Long.SIZE) {
            return number(index, Long.BYTES);
        }
        return valueOf(raw(index));
    }

    private long number(int index, int bytes) {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | samples[index * bytes + i] & 0xFF;
        }
        return number;
    }
}
