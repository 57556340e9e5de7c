package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException;

/** The symbols of an interleaved baseline scan in their order. Not thread safe. ITU-T T.81 F.1.2. */
final class BaselineScan {
    private static final int ZERO_RUN = 0xF0;
    private static final int LONGEST_RUN = 15;

    private final QuantizedComponent[] components;
    private final int unitsWide;
    private final int unitsHigh;
    private final int luminanceBlocks;

    /** Takes symbols. */
    interface Consumer {
        /**
         * Takes one.
         *
         * @param table 0 for DC and 1 for AC of luminance, 2 and 3 for those of chrominance
         * @param symbol what the Huffman code tells
         * @param bits what follows it
         * @param length number of those bits
         */
        void accept(int table, int symbol, int bits, int length);
    }

    /** The first component has one or two blocks side by side in each unit, the others one. */
    BaselineScan(QuantizedComponent[] components, int unitsWide, int unitsHigh, int luminanceBlocks) {
        this.components = components;
        this.unitsWide = unitsWide;
        this.unitsHigh = unitsHigh;
        this.luminanceBlocks = luminanceBlocks;
    }

    void forEach(Consumer consumer) throws FrameException {
        int[] predictions = new int[components.length];
        for (int row = 0; row < unitsHigh; row++) {
            FrameException.throwIfInterrupted();
            for (int unit = 0; unit < unitsWide; unit++) {
                for (int i = 0; i < components.length; i++) {
                    int blocks = i == 0 ? luminanceBlocks : 1;
                    for (int column = unit * blocks; column < (unit + 1) * blocks; column++) {
                        int dc = components[i].dc(row, column);
                        accept(consumer, i == 0 ? 0 : 2, 0, dc - predictions[i]);
                        predictions[i] = dc;
                        acceptAc(consumer, i, row, column);
                    }
                }
            }
        }
    }

    private void acceptAc(Consumer consumer, int component, int row, int column) {
        int table = component == 0 ? 1 : 3;
        int run = 0;
        for (int k = 1; k < Block.SIZE; k++) {
            int value = components[component].ac(row, column, k);
            if (value == 0) {
                run++;
                continue;
            }
            for (; run > LONGEST_RUN; run -= LONGEST_RUN + 1) {
                consumer.accept(table, ZERO_RUN, 0, 0);
            }
            accept(consumer, table, run, value);
            run = 0;
        }
        if (run > 0) {
            consumer.accept(table, 0, 0, 0);
        }
    }

    private static void accept(Consumer consumer, int table, int run, int value) {
        int length = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
        int bits = (value < 0 ? value - 1 : value) & (1 << length) - 1;
        consumer.accept(table, run << 4 | length, bits, length);
    }
}
