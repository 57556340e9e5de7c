package org.aegle.dicom.image.codec.jpegls;

import java.util.Arrays;

/**
 * Two lines of each component, the one at work and the one above, with a sample more on either side so that every sample
 * has its neighbours. Samples count from 1. Not thread safe. ITU-T T.87 A.2.1.
 */
final class Lines {
    private final int columns;
    private int[][] current;
    private int[][] above;

    /** Lines of zeros. */
    Lines(int components, int columns) {
        this.columns = columns;
        this.current = new int[components][columns + 2];
        this.above = new int[components][columns + 2];
    }

    int columns() {
        return columns;
    }

    int components() {
        return current.length;
    }

    int[] current(int component) {
        return current[component];
    }

    int[] above(int component) {
        return above[component];
    }

    /** Turns to the next line. */
    void next() {
        int[][] free = above;
        above = current;
        current = free;
        for (int i = 0; i < current.length; i++) {
            above[i][columns + 1] = above[i][columns];
            current[i][0] = above[i][1];
        }
    }

    /** The next line is the first again. */
    void restart() {
        for (int i = 0; i < current.length; i++) {
            Arrays.fill(current[i], 0);
            Arrays.fill(above[i], 0);
        }
    }
}
