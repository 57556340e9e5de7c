package org.aegle.dicom.image.codec;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;

/** Takes decoded rows into the cells of a frame of 8, 16 or 32 bits a sample. Not thread safe. */
public final class FrameCells {
    private final PixelFormat format;
    private final int cellLength;
    private final byte[] cells;

    /**
     * Cells for a frame.
     *
     * @param format what the attributes tell
     * @param photometric Photometric Interpretation of the decoded samples
     */
    public FrameCells(PixelFormat format, String photometric) {
        this.format = format.bitsAllocated() == 1 ? format.unpacked() : format.interleaved(photometric);
        this.cellLength = this.format.bytesPerSample();
        this.cells = new byte[(int) this.format.byteCount()];
    }

    /**
     * Compares what a codestream tells of its image with the attributes, before anything is allocated.
     *
     * @param components colour components; a single one may stand for all of a colour image
     * @param precision bits of a sample
     * @throws MalformedFrame when they contradict each other
     */
    public static void requireAgreement(PixelFormat format, long rows, long columns, int components, int precision)
            throws FrameException {
        if (rows != format.rows() || columns != format.columns()) {
            throw new MalformedFrame("the codestream has " + rows + " rows and " + columns + " columns, the attributes "
                    + format.rows() + " and " + format.columns());
        }
        if (components != format.samples() && components != 1) {
            throw new MalformedFrame("the codestream has " + components + " components");
        }
        boolean cells = !format.floating() && format.bitsAllocated() <= Integer.SIZE;
        if (!cells || precision > format.bytesPerSample() * Byte.SIZE) {
            throw new MalformedFrame("samples of " + precision + " bits do not fit into their cells");
        }
    }

    /**
     * Takes a row of a component, the lowest bits of each value.
     *
     * @param values as many as there are columns, from an index on
     */
    public void putRow(int row, int component, int[] values, int from) {
        put(row, 0, component, values, from, format.columns());
    }

    /** Takes some values of a row of a component, from a column on. */
    public void put(int row, int column, int component, int[] values, int from, int count) {
        int step = format.samples();
        int to = (row * format.columns() + column) * step + component;
        for (int i = from; i < from + count; i++, to += step) {
            put(to, values[i]);
        }
    }

    private void put(int cell, int value) {
        switch (cellLength) {
            case 1 -> cells[cell] = (byte) value;
            case 2 -> {
                cells[2 * cell] = (byte) value;
                cells[2 * cell + 1] = (byte) (value >> 8);
            }
            default -> {
                for (int i = 0; i < Integer.BYTES; i++) {
                    cells[4 * cell + i] = (byte) (value >> 8 * i);
                }
            }
        }
    }

    /** Some writers of colour images save one component where a frame is gray: it stands for all three. */
    public void repeatFirstComponent() {
        int pixel = format.samples() * cellLength;
        for (int from = 0; from < cells.length; from += pixel) {
            for (int component = 1; component < format.samples(); component++) {
                System.arraycopy(cells, from, cells, from + component * cellLength, cellLength);
            }
        }
    }

    /** The frame; no more rows thereafter. */
    public Frame toFrame() {
        return new Frame(format, cells);
    }
}
