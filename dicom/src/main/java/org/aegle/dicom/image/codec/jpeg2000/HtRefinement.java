package org.aegle.dicom.image.codec.jpeg2000;

/** The refinement of one plane after the cleanup pass. For one use. ITU-T T.814 7.4, 7.5. */
final class HtRefinement {
    private static final int STRIPE = 4;
    private static final int GROUP = 4;
    private static final byte OLD = 1;
    private static final byte NEW = 2;

    private final int[] values;
    private final int width;
    private final int height;
    private final boolean causal;
    /** Which samples are significant, with a sample more on each side. */
    private final byte[] significant;

    private final int stride;

    HtRefinement(int[] values, int width, int height, boolean causal) {
        this.values = values;
        this.width = width;
        this.height = height;
        this.causal = causal;
        this.stride = width + 2;
        this.significant = new byte[stride * (height + 2)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                significant[index(x, y)] = values[y * width + x] != 0 ? OLD : 0;
            }
        }
    }

    private int index(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    /** Samples with a significant neighbour; the signs of four columns follow their significances. */
    void decodeSignificance(ForwardBits bits, int plane) {
        for (int y = 0; y < height; y += STRIPE) {
            for (int x = 0; x < width; x += GROUP) {
                boolean found = false;
                for (int column = x; column < Math.min(width, x + GROUP); column++) {
                    found |= decodeColumn(bits, column, y);
                }
                if (found) {
                    readSigns(bits, x, y, plane);
                }
            }
        }
    }

    private boolean decodeColumn(ForwardBits bits, int x, int top) {
        boolean found = false;
        int end = Math.min(height, top + STRIPE);
        for (int y = top; y < end; y++) {
            int at = index(x, y);
            boolean looksBelow = !causal || y + 1 < top + STRIPE;
            if (significant[at] == 0 && hasNeighbour(at, looksBelow) && bits.read(1) != 0) {
                significant[at] = NEW;
                found = true;
            }
        }
        return found;
    }

    private boolean hasNeighbour(int at, boolean looksBelow) {
        int around = row(at - stride) | significant[at - 1] | significant[at + 1];
        return (looksBelow ? around | row(at + stride) : around) != 0;
    }

    private int row(int at) {
        return significant[at - 1] | significant[at] | significant[at + 1];
    }

    private void readSigns(ForwardBits bits, int left, int top, int plane) {
        for (int x = left; x < Math.min(width, left + GROUP); x++) {
            for (int y = top; y < Math.min(height, top + STRIPE); y++) {
                if (significant[index(x, y)] == NEW) {
                    values[y * width + x] = bits.read(1) << Integer.SIZE - 1 | 3 << plane;
                }
            }
        }
    }

    /** One more bit of the samples that the cleanup pass found. */
    void decodeMagnitudes(BackwardBits bits, int plane) {
        int half = 1 << plane;
        for (int top = 0; top < height; top += STRIPE) {
            for (int x = 0; x < width; x++) {
                for (int y = top; y < Math.min(height, top + STRIPE); y++) {
                    if (significant[index(x, y)] == OLD) {
                        values[y * width + x] += bits.read(1) != 0 ? half : -half;
                    }
                }
            }
        }
    }
}
