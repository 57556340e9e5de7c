package org.aegle.dicom.image.codec.jpeg2000;

import java.util.Arrays;

/**
 * The probability states of the arithmetic coder. A number holds all of a state: the probability of the less probable
 * symbol in its lowest 15 bits, the more probable symbol in the next, then in seven bits each the places of the states
 * that follow the more and the less probable symbol. ITU-T T.800 table C.2.
 */
final class MqStates {
    /** Contexts of a block. */
    static final int CONTEXTS = 19;
    /** First of the contexts of significance, with the state that it begins in. */
    static final int ZERO_CODING = 0;
    /** First of the contexts of signs. */
    static final int SIGN = 9;
    /** First of the contexts of refinement. */
    static final int REFINEMENT = 14;
    /** Context of four insignificant samples. */
    static final int RUN = 17;
    /** Context of equal chances. */
    static final int UNIFORM = 18;

    private static final int[] PROBABILITIES = {
        0x5601, 0x3401, 0x1801, 0x0AC1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001, 0x2401, 0x1C01, 0x1601,
        0x5601, 0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201, 0x1C01, 0x1801, 0x1601, 0x1401,
        0x1201, 0x1101, 0x0AC1, 0x09C1, 0x08A1, 0x0521, 0x0441, 0x02A1, 0x0221, 0x0141, 0x0111, 0x0085, 0x0049, 0x0025,
        0x0015, 0x0009, 0x0005, 0x0001, 0x5601
    };
    private static final int[] AFTER_MORE = {
        1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46
    };
    private static final int[] AFTER_LESS = {
        1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 23, 24, 25, 26,
        27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46
    };
    private static final int[] SWITCHING = {0, 6, 14};

    private static final int[] TABLE = build();

    private MqStates() {}

    private static int[] build() {
        int[] table = new int[2 * PROBABILITIES.length];
        for (int state = 0; state < table.length; state++) {
            int index = state >> 1;
            int symbol = state & 1;
            int switched = symbol;
            for (int switching : SWITCHING) {
                if (index == switching) {
                    switched = 1 - symbol;
                }
            }
            int more = 2 * AFTER_MORE[index] + symbol;
            int less = 2 * AFTER_LESS[index] + switched;
            table[state] = PROBABILITIES[index] | symbol << 15 | more << 16 | less << 23;
        }
        return table;
    }

    /** All states, by twice the standard's index plus the more probable symbol. Not to be changed. */
    static int[] table() {
        return TABLE;
    }

    static int probability(int state) {
        return state & 0x7FFF;
    }

    static int symbol(int state) {
        return state >> 15 & 1;
    }

    /** Place of the state that follows the more probable symbol. */
    static int afterMore(int state) {
        return state >> 16 & 0x7F;
    }

    /** Place of the state that follows the less probable symbol. */
    static int afterLess(int state) {
        return state >> 23;
    }

    /** Place of the state that follows the more probable symbol, 0, or the less probable one, 1. */
    static int after(int state, int less) {
        return state >> 16 + 7 * less & 0x7F;
    }

    /** The states that contexts begin in. T.800 table D.7. */
    static void reset(int[] contexts) {
        Arrays.fill(contexts, TABLE[0]);
        contexts[ZERO_CODING] = TABLE[2 * 4];
        contexts[RUN] = TABLE[2 * 3];
        contexts[UNIFORM] = TABLE[2 * 46];
    }
}
