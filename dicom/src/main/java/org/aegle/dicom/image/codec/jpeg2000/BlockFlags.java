package org.aegle.dicom.image.codec.jpeg2000;

import java.util.Arrays;

/**
 * What is known of a block's samples. A word holds four samples of a column, those of a stripe: in its lower 18 bits the
 * significance of six rows and three columns around them, then for each sample its sign, whether it was refined and
 * whether this plane's first pass visited it; the signs of the samples above and below are the bits 18 and 31. There is a
 * word more on each side. Not thread safe. ITU-T T.800 D.1.
 */
final class BlockFlags {
    /** Rows that share a word. */
    static final int STRIPE = 4;
    /** The sample, after three bits for each row above it are shifted out. */
    static final int SELF = 1 << 4;
    /** Its eight neighbours. */
    static final int NEIGHBOURS = 0x1EF;
    /** It was refined before. */
    static final int REFINED = 1 << 20;
    /** This plane's significance pass coded it. */
    static final int VISITED = 1 << 21;
    /** All four samples. */
    static final int ANY_VISITED = VISITED | VISITED << 3 | VISITED << 6 | VISITED << 9;

    private static final int EACH = 0x249;
    private static final int EACH_OF_SIX = 0x9249;
    private static final int TO_SELF = 4;
    private static final int TO_VISITED = 21;

    private static final int SIGN_ABOVE = 18;
    private static final int SIGN = 19;
    private static final int SIGN_BELOW = 31;
    private static final int WEST = 1 << 3;
    private static final int EAST = 1 << 5;
    private static final int STRAIGHT = 1 << 1 | WEST | EAST | 1 << 7;
    private static final int LOWEST_ROW = 15;

    private final int[] words;
    private final int stride;
    private final int count;
    private final boolean causal;

    BlockFlags(int width, int height, boolean causal) {
        this(new int[size(width, height)], width, height, causal);
    }

    private BlockFlags(int[] words, int width, int height, boolean causal) {
        this.words = words;
        this.stride = width + 2;
        this.count = size(width, height);
        this.causal = causal;
        Arrays.fill(words, 0, count, 0);
    }

    private static int size(int width, int height) {
        return (width + 2) * ((height + STRIPE - 1) / STRIPE + 2);
    }

    /** Flags for another block, in the same array when it is large enough. */
    BlockFlags cleared(int width, int height, boolean verticallyCausal) {
        int[] array = size(width, height) <= words.length ? words : new int[size(width, height)];
        return new BlockFlags(array, width, height, verticallyCausal);
    }

    /** The samples of a stripe's last rows, three bits apart, when it has fewer than four. */
    static int rows(int count) {
        return EACH & (1 << 3 * count) - 1;
    }

    /** The row of the first of some samples, which are three bits apart. */
    static int firstRow(int samples) {
        return Integer.numberOfTrailingZeros(samples) * 11 >> 5;
    }

    /** Samples that are not significant and have a significant neighbour. */
    static int candidates(int word) {
        int row = (word | word >> 1 | word >> 2) & EACH_OF_SIX;
        return (row | row >> 3 | row >> 6) & EACH & ~(word >> TO_SELF);
    }

    /** Significant samples that this plane's first pass did not visit. */
    static int refinable(int word) {
        return word >> TO_SELF & ~(word >> TO_VISITED) & EACH;
    }

    /** Samples that are left for the cleanup pass. */
    static int remaining(int word) {
        return ~(word >> TO_SELF | word >> TO_VISITED) & EACH;
    }

    int[] words() {
        return words;
    }

    /** Index of the first word of the stripe that begins at a row. */
    int index(int y) {
        return (y / STRIPE + 1) * stride + 1;
    }

    /** Index of {@link BlockContexts#signContexts}. */
    int signSurroundings(int at, int row) {
        int word = words[at];
        int shift = 3 * row;
        int above = row == 0 ? word >>> SIGN_ABOVE : word >>> SIGN + shift - 3;
        int below = word >>> SIGN + shift + 3;
        return word >>> shift & STRAIGHT
                | words[at - 1] >>> SIGN + shift & 1
                | (words[at + 1] >>> SIGN + shift & 1) << 2
                | (above & 1) << 4
                | (below & 1) << 6;
    }

    /** A sample has become significant: its word and those around learn it. */
    void setSignificant(int at, int row, int negative) {
        int shift = 3 * row;
        words[at - 1] |= EAST << shift;
        words[at] |= (negative << SIGN | SELF) << shift;
        words[at + 1] |= WEST << shift;
        if (row == 0 && !causal) {
            int above = at - stride;
            words[above - 1] |= 1 << LOWEST_ROW + 2;
            words[above] |= negative << SIGN_BELOW | 1 << LOWEST_ROW + 1;
            words[above + 1] |= 1 << LOWEST_ROW;
        }
        if (row == STRIPE - 1) {
            int below = at + stride;
            words[below - 1] |= 1 << 2;
            words[below] |= negative << SIGN_ABOVE | 1 << 1;
            words[below + 1] |= 1;
        }
    }
}
