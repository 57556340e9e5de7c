package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Turns the differences of a row into samples, modulo 2^16. ITU-T T.81 H.1.2.1 and table H.1. */
final class LosslessPrediction {
    private static final int SELECTIONS = 7;
    private static final int MODULUS_MASK = 0xFFFF;

    private LosslessPrediction() {}

    /** Checks a predictor's number; 0 is for differential frames only. */
    static int selection(int number) throws MalformedFrame {
        if (number < 1 || number > SELECTIONS) {
            throw new MalformedFrame("lossless JPEG predictor " + number);
        }
        return number;
    }

    /** First row of an image and after a restart: the left sample, at first half of the range. */
    static void restoreFirstRow(int[] row, int half) {
        int left = half;
        for (int x = 0; x < row.length; x++) {
            left = left + row[x] & MODULUS_MASK;
            row[x] = left;
        }
    }

    /** Any other row; its first sample is predicted from above. */
    static void restoreRow(int selection, int[] row, int[] above) {
        row[0] = row[0] + above[0] & MODULUS_MASK;
        if (selection == 1) {
            for (int x = 1; x < row.length; x++) {
                row[x] = row[x] + row[x - 1] & MODULUS_MASK;
            }
            return;
        }
        for (int x = 1; x < row.length; x++) {
            row[x] = row[x] + predict(selection, row[x - 1], above[x], above[x - 1]) & MODULUS_MASK;
        }
    }

    private static int predict(int selection, int left, int above, int diagonal) {
        return switch (selection) {
            case 2 -> above;
            case 3 -> diagonal;
            case 4 -> left + above - diagonal;
            case 5 -> left + (above - diagonal >> 1);
            case 6 -> above + (left - diagonal >> 1);
            default -> left + above >> 1;
        };
    }
}
