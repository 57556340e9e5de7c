package org.aegle.dicom.image.codec.jpeg;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.codec.SampleRows;

/** The differences of all samples from their left neighbours, in the order of a scan. ITU-T T.81 H.1.2. */
final class Differences {
    private final SampleRows rows;
    private final int half;

    /** Takes differences. */
    interface Consumer {
        /**
         * Takes one.
         *
         * @param category bits of the difference, 16 for the largest one
         * @param bits what follows the category's code
         */
        void accept(int category, int bits);
    }

    Differences(SampleRows rows, int precision) {
        this.rows = rows;
        this.half = 1 << precision - 1;
    }

    void forEach(Consumer consumer) throws FrameException {
        int samples = rows.format().samples();
        int columns = rows.format().columns();
        int[][] lines = new int[samples][columns];
        int[] above = new int[samples];
        Arrays.fill(above, half);
        for (int y = 0; y < rows.format().rows(); y++) {
            FrameException.throwIfInterrupted();
            for (int i = 0; i < samples; i++) {
                rows.unsignedRow(y, i, lines[i]);
            }
            for (int x = 0; x < columns; x++) {
                for (int i = 0; i < samples; i++) {
                    accept(consumer, lines[i][x] - (x == 0 ? above[i] : lines[i][x - 1]));
                }
            }
            for (int i = 0; i < samples; i++) {
                above[i] = lines[i][0];
            }
        }
    }

    /** Modulo 2^16, in which half the range has no sign. */
    private static void accept(Consumer consumer, int exact) {
        int difference = (short) exact;
        int category = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(difference));
        int bits = difference < 0 ? difference - 1 : difference;
        consumer.accept(category, bits & (1 << category) - 1);
    }
}
