package org.aegle.dicom.image.codec;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.PixelFormat;

/**
 * The rows of a frame for an encoder, with the fewest bits that keep every bit of every cell: the bits stored, or the
 * whole cell where overlays or signs stand beside them. Thread safe.
 */
public final class SampleRows {
    private final Frame frame;
    private final int cellLength;
    private final int precision;
    private final boolean signExtended;

    /**
     * Rows of integers of up to 16 bits.
     *
     * @throws CodecUnavailable when the samples are wider or are no integers
     */
    public SampleRows(Frame frame) throws CodecUnavailable {
        PixelFormat format = frame.format();
        if (format.floating() || format.bitsAllocated() > Short.SIZE) {
            throw new CodecUnavailable("samples of " + format.bitsAllocated() + " bits");
        }
        this.frame = frame;
        this.cellLength = format.bytesPerSample();
        int stored = format.bitsStored();
        boolean low = format.highBit() == stored - 1;
        this.signExtended = low && format.signed() && hasOnlySigns(stored);
        boolean tight = signExtended || low && hasOnlyZeros(stored);
        this.precision = tight ? stored : cellLength * Byte.SIZE;
    }

    private boolean hasOnlyZeros(int stored) {
        int count = frame.samples().length / cellLength;
        for (int i = 0; i < count; i++) {
            if (cell(i) >>> stored != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean hasOnlySigns(int stored) {
        int count = frame.samples().length / cellLength;
        int unused = Integer.SIZE - cellLength * Byte.SIZE;
        for (int i = 0; i < count; i++) {
            int value = cell(i) << unused >> unused;
            if (value >> stored - 1 != 0 && value >> stored - 1 != -1) {
                return false;
            }
        }
        return true;
    }

    /** Bits of a sample when it is written as a number without sign. */
    public int unsignedPrecision() {
        return signExtended && !hasOnlyZeros(precision) ? cellLength * Byte.SIZE : precision;
    }

    /** Bits of a sample in two's complement, or without sign when {@link #isSigned} says so. */
    public int precision() {
        return precision;
    }

    /** Samples can be written in two's complement of {@link #precision} bits. */
    public boolean isSigned() {
        return signExtended;
    }

    /** The frame's format. */
    public PixelFormat format() {
        return frame.format();
    }

    /** Reads the cells of a row of a component without sign into an array of as many values as there are columns. */
    public void unsignedRow(int row, int component, int[] values) {
        int step = format().samples();
        int from = row * format().columns() * step + component;
        for (int column = 0; column < format().columns(); column++, from += step) {
            values[column] = cell(from);
        }
    }

    /** Reads a row of a component as {@link #isSigned} says, into an array from an index on. */
    public void row(int row, int component, int[] values, int to) {
        int step = format().samples();
        int from = row * format().columns() * step + component;
        int unused = Integer.SIZE - cellLength * Byte.SIZE;
        for (int column = 0; column < format().columns(); column++, from += step) {
            values[to + column] = signExtended ? cell(from) << unused >> unused : cell(from);
        }
    }

    private int cell(int index) {
        byte[] bytes = frame.samples();
        return cellLength == 1 ? bytes[index] & 0xFF : bytes[2 * index] & 0xFF | (bytes[2 * index + 1] & 0xFF) << 8;
    }
}
