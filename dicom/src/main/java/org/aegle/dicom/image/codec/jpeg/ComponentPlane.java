package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException;

/**
 * The decoded samples of a component of a DCT process, whole blocks side by side, and its coefficients where they come
 * in several scans. Not thread safe. ITU-T T.81 A.1.1, A.2.
 */
final class ComponentPlane {
    private final int columns;
    private final int rows;
    private final int blocksWide;
    private final int blocksHigh;
    private final short[] samples;
    private short[] coefficients = {};

    ComponentPlane(FrameHeader frame, FrameHeader.Component component) {
        int horizontal = frame.maximumHorizontal();
        int vertical = frame.maximumVertical();
        this.columns = ceiling(frame.columns() * component.horizontal(), horizontal);
        this.rows = ceiling(frame.rows() * component.vertical(), vertical);
        this.blocksWide = ceiling(frame.columns(), Block.SIDE * horizontal) * component.horizontal();
        this.blocksHigh = ceiling(frame.rows(), Block.SIDE * vertical) * component.vertical();
        this.samples = new short[blocksWide * blocksHigh * Block.SIZE];
    }

    private static int ceiling(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** Samples of a row that belong to the image. */
    int columns() {
        return columns;
    }

    /** Rows that belong to the image. */
    int rows() {
        return rows;
    }

    /** Blocks of a row in a scan of this component alone. */
    int ownBlocksWide() {
        return ceiling(columns, Block.SIDE);
    }

    /** Rows of blocks in a scan of this component alone. */
    int ownBlocksHigh() {
        return ceiling(rows, Block.SIDE);
    }

    /** Samples from a row to the next. */
    int stride() {
        return blocksWide * Block.SIDE;
    }

    short[] samples() {
        return samples;
    }

    /** Index of a block's first sample. */
    int sampleIndex(int blockRow, int blockColumn) {
        return (blockRow * stride() + blockColumn) * Block.SIDE;
    }

    /** Coefficients of all blocks, in rows, block by block. */
    short[] coefficients() {
        if (coefficients.length == 0) {
            coefficients = new short[samples.length];
        }
        return coefficients;
    }

    /** Index of a block's first coefficient. */
    int coefficientIndex(int blockRow, int blockColumn) {
        return (blockRow * blocksWide + blockColumn) * Block.SIZE;
    }

    /** Makes samples of the coefficients gathered. */
    void transform(InverseDct dct, int[] quantization) throws FrameException {
        int[] block = new int[Block.SIZE];
        for (int row = 0; row < blocksHigh; row++) {
            FrameException.throwIfInterrupted();
            for (int column = 0; column < blocksWide; column++) {
                int from = coefficientIndex(row, column);
                for (int i = 0; i < Block.SIZE; i++) {
                    block[i] = coefficients()[from + i] * quantization[i];
                }
                dct.transform(block, samples, sampleIndex(row, column), stride());
            }
        }
    }
}
