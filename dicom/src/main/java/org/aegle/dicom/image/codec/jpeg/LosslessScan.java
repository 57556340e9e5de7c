package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.FrameCells;

/** A scan of lossless JPEG with Huffman coding: process 14. Not thread safe. ITU-T T.81 H.2. */
final class LosslessScan {
    private static final int LARGEST_CATEGORY = 16;

    private final FrameHeader frame;
    private final ScanHeader scan;
    private final HuffmanTable[] tables;
    private final int rowsBetweenRestarts;
    private final ScanBits bits;

    /** Differences, then samples of the row being decoded and of the one above, for each component. */
    private int[][] row;

    private int[][] above;

    LosslessScan(FrameHeader frame, ScanHeader scan, CodingTables tables, ScanBits bits) throws MalformedFrame {
        int count = scan.components().size();
        this.frame = frame;
        this.scan = scan;
        this.bits = bits;
        this.row = new int[count][frame.columns()];
        this.above = new int[count][frame.columns()];
        this.tables = new HuffmanTable[count];
        for (int i = 0; i < count; i++) {
            this.tables[i] = tables.dc(scan.components().get(i).dcTable());
        }
        int interval = tables.restartInterval();
        if (interval % frame.columns() != 0) {
            throw new MalformedFrame("a restart within a row of lossless JPEG");
        }
        this.rowsBetweenRestarts = interval / frame.columns();
    }

    /** Decodes the scan's components into the cells of the frame. */
    void decode(FrameCells cells) throws FrameException {
        int selection = LosslessPrediction.selection(scan.first());
        int shift = scan.approximationLow();
        int half = 1 << frame.precision() - shift - 1;
        for (int y = 0; y < frame.rows(); y++) {
            FrameException.throwIfInterrupted();
            boolean restarts = rowsBetweenRestarts > 0 && y % rowsBetweenRestarts == 0;
            if (restarts && y > 0) {
                bits.restart(y / rowsBetweenRestarts - 1);
            }
            readDifferences();
            for (int i = 0; i < row.length; i++) {
                if (restarts || y == 0) {
                    LosslessPrediction.restoreFirstRow(row[i], half);
                } else {
                    LosslessPrediction.restoreRow(selection, row[i], above[i]);
                }
                cells.putRow(y, scan.components().get(i).index(), shifted(row[i], shift), 0);
            }
            int[][] free = above;
            above = row;
            row = free;
        }
        bits.requireSound();
    }

    private void readDifferences() throws MalformedFrame {
        for (int x = 0; x < frame.columns(); x++) {
            for (int i = 0; i < tables.length; i++) {
                int category = tables[i].decode(bits);
                row[i][x] = category < LARGEST_CATEGORY ? bits.readDifference(category) : half(category);
            }
        }
    }

    /** The largest difference has no sign. T.81 H.1.2.2. */
    private static int half(int category) throws MalformedFrame {
        if (category > LARGEST_CATEGORY) {
            throw new MalformedFrame("a difference of " + category + " bits");
        }
        return 1 << LARGEST_CATEGORY - 1;
    }

    private static int[] shifted(int[] values, int shift) {
        if (shift == 0) {
            return values;
        }
        int[] shifted = new int[values.length];
        for (int x = 0; x < values.length; x++) {
            shifted[x] = values[x] << shift;
        }
        return shifted;
    }
}
