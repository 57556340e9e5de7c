package org.aegle.dicom.image.codec.jpeg2000;

import java.util.Arrays;

/** Writes what {@link TagTree} reads. Not thread safe. ITU-T T.800 B.10.2. */
final class TagTreeWriter {
    private final int[][] values;
    private final int[][] bounds;
    private final boolean[][] known;
    private final int[] widths;

    /** A tree over a grid of numbers. */
    TagTreeWriter(int width, int height, int[] leaves) {
        int depth = 1;
        while (Math.max(width, height) > 1 << depth - 1) {
            depth++;
        }
        this.values = new int[depth][];
        this.bounds = new int[depth][];
        this.known = new boolean[depth][];
        this.widths = new int[depth];
        for (int level = 0; level < depth; level++) {
            int w = width + (1 << level) - 1 >> level;
            int h = height + (1 << level) - 1 >> level;
            widths[level] = w;
            values[level] = level == 0 ? leaves : minima(values[level - 1], widths[level - 1], w, h);
            bounds[level] = new int[w * h];
            known[level] = new boolean[w * h];
        }
    }

    private static int[] minima(int[] finer, int finerWidth, int width, int height) {
        int[] minima = new int[width * height];
        Arrays.fill(minima, Integer.MAX_VALUE);
        for (int i = 0; i < finer.length; i++) {
            int parent = i / finerWidth / 2 * width + i % finerWidth / 2;
            minima[parent] = Math.min(minima[parent], finer[i]);
        }
        return minima;
    }

    /** Tells whether a leaf is below a threshold. */
    void write(int x, int y, int threshold, PacketBitWriter bits) {
        int bound = 0;
        for (int level = values.length - 1; level >= 0; level--) {
            int node = (y >> level) * widths[level] + (x >> level);
            bound = Math.max(bound, bounds[level][node]);
            while (bound < threshold && !known[level][node]) {
                if (values[level][node] <= bound) {
                    bits.write(1, 1);
                    known[level][node] = true;
                } else {
                    bits.write(0, 1);
                    bound++;
                }
            }
            bounds[level][node] = bound;
        }
    }
}
