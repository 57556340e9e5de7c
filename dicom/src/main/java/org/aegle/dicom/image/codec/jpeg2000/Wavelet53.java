package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException;

/**
 * The reversible 5-3 wavelet, back from subbands to samples. Low and high coefficients lie side by side, in both
 * directions, and are interleaved level by level. Edges are mirrored, which for filters of this length means that the
 * nearest coefficient stands twice. Not thread safe. ITU-T T.800 F.3, F.4.8.2.1.
 */
final class Wavelet53 {
    /** Columns that are worked on at a time, so that their rows stay in the cache. */
    private static final int STRIP = 256;

    private final int[] data;
    private final int stride;
    private int[] low;
    private int[] high;

    /**
     * For coefficients in rows.
     *
     * @param stride distance from row to row, which is the width of the highest resolution
     */
    Wavelet53(int[] data, int stride, int height) {
        this.data = data;
        this.stride = stride;
        int longest = Math.max(stride + 4, (height / 2 + 1) * Math.min(STRIP, stride));
        this.low = new int[longest];
        this.high = new int[longest];
    }

    /** Makes the samples of a resolution from those of the one below and its subbands. */
    void synthesize(Area lower, Area area) throws FrameException {
        int width = area.width();
        int height = area.height();
        for (int y = 0; y < height; y++) {
            synthesizeRow(y * stride, lower.width(), width - lower.width(), area.x0() & 1);
        }
        for (int x = 0; x < width; x += STRIP) {
            FrameException.throwIfInterrupted();
            synthesizeColumns(x, Math.min(STRIP, width - x), lower.height(), height - lower.height(), area.y0() & 1);
        }
    }

    private void synthesizeRow(int at, int lows, int highs, int parity) {
        if (lows + highs == 1) {
            data[at] >>= highs;
            return;
        }
        System.arraycopy(data, at + lows, high, 1, highs);
        high[0] = high[1];
        high[highs + 1] = high[highs];
        for (int n = 0; n < lows; n++) {
            low[n + 1] = data[at + n] - (high[n + parity] + high[n + 1 + parity] + 2 >> 2);
        }
        low[0] = low[1];
        low[lows + 1] = low[lows];
        int first = 1 - parity;
        for (int n = 0; n < highs; n++) {
            data[at + 2 * n + first] = high[n + 1] + (low[n + first] + low[n + first + 1] >> 1);
        }
        for (int n = 0; n < lows; n++) {
            data[at + 2 * n + parity] = low[n + 1];
        }
    }

    private void synthesizeColumns(int x, int count, int lows, int highs, int parity) {
        if (lows + highs == 1) {
            for (int i = x; i < x + count; i++) {
                data[i] >>= highs;
            }
            return;
        }
        int firstHigh = lows * stride + x;
        for (int n = 0; n < lows; n++) {
            int before = firstHigh + clamp(n - 1 + parity, highs) * stride;
            int after = firstHigh + clamp(n + parity, highs) * stride;
            int from = n * stride + x;
            int to = n * count;
            for (int i = 0; i < count; i++) {
                low[to + i] = data[from + i] - (data[before + i] + data[after + i] + 2 >> 2);
            }
        }
        for (int n = 0; n < highs; n++) {
            int before = clamp(n - parity, lows) * count;
            int after = clamp(n + 1 - parity, lows) * count;
            int from = firstHigh + n * stride;
            int to = n * count;
            for (int i = 0; i < count; i++) {
                high[to + i] = data[from + i] + (low[before + i] + low[after + i] >> 1);
            }
        }
        for (int n = 0; n < lows; n++) {
            System.arraycopy(low, n * count, data, (2 * n + parity) * stride + x, count);
        }
        for (int n = 0; n < highs; n++) {
            System.arraycopy(high, n * count, data, (2 * n + 1 - parity) * stride + x, count);
        }
    }

    private static int clamp(int index, int count) {
        return Math.max(0, Math.min(count - 1, index));
    }
}
