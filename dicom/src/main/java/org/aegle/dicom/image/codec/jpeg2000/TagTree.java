package org.aegle.dicom.image.codec.jpeg2000;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/** A tree of lower bounds over a grid of numbers, refined bit by bit. Not thread safe. ITU-T T.800 B.10.2. */
final class TagTree {
    private static final int MAXIMUM_DEPTH = 32;

    /** Widths of the levels, from leaves to root, and where each begins in the nodes. */
    private final int[] widths;

    private final int[] starts;
    private final char[] bounds;
    private final boolean[] known;

    TagTree(int width, int height) {
        int[] levelWidths = new int[MAXIMUM_DEPTH];
        int[] levelStarts = new int[MAXIMUM_DEPTH];
        int depth = 0;
        int nodes = 0;
        int w = width;
        int h = height;
        while (true) {
            levelWidths[depth] = w;
            levelStarts[depth++] = nodes;
            nodes += w * h;
            if (w * h <= 1) {
                break;
            }
            w = (w + 1) / 2;
            h = (h + 1) / 2;
        }
        this.widths = Arrays.copyOf(levelWidths, depth);
        this.starts = Arrays.copyOf(levelStarts, depth);
        this.bounds = new char[nodes];
        this.known = new boolean[nodes];
    }

    /**
     * Reads on until it is known whether a leaf is below a threshold.
     *
     * @return the leaf when it is below, else the threshold
     */
    int read(int x, int y, int threshold, PacketBits bits) throws MalformedFrame {
        int bound = 0;
        for (int level = widths.length - 1; level >= 0; level--) {
            int node = starts[level] + (y >> level) * widths[level] + (x >> level);
            bound = Math.max(bound, bounds[node]);
            while (bound < threshold && !known[node]) {
                if (bits.readBit()) {
                    known[node] = true;
                } else {
                    bound++;
                }
            }
            bounds[node] = (char) bound;
            if (!known[node]) {
                return threshold;
            }
        }
        return bound;
    }
}
