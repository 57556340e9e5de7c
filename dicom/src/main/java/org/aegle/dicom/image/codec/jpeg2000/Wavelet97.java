package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException;

/**
 * The irreversible 9-7 wavelet, back from subbands to samples, laid out as in {@link Wavelet53}. Each of the four lifting
 * steps looks at the nearest coefficients only, so that a mirrored edge is its nearest coefficient again. Not thread
 * safe. ITU-T T.800 F.3, F.4.8.1.1.
 */
final class Wavelet97 {
    private static final float ALPHA = -1.586134342059924f;
    private static final float BETA = -0.052980118572961f;
    private static final float GAMMA = 0.882911075530934f;
    private static final float DELTA = 0.443506852043971f;
    private static final float K = 1.230174104914001f;
    private static final int STRIP = 256;

    private final float[] data;
    private final int stride;
    private final float[] low;
    private final float[] high;

    /** For coefficients in rows. */
    Wavelet97(float[] data, int stride, int height) {
        this.data = data;
        this.stride = stride;
        int longest = Math.max(stride + 4, (height / 2 + 1) * Math.min(STRIP, stride));
        this.low = new float[longest];
        this.high = new float[longest];
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
            data[at] = highs == 1 ? data[at] / 2 : data[at];
            return;
        }
        scale(at, low, 0, lows, K);
        scale(at + lows, high, 0, highs, 1 / K);
        lift(low, lows, high, highs, 1 - parity, 1, DELTA);
        lift(high, highs, low, lows, parity, 1, GAMMA);
        lift(low, lows, high, highs, 1 - parity, 1, BETA);
        lift(high, highs, low, lows, parity, 1, ALPHA);
        for (int n = 0; n < lows; n++) {
            data[at + 2 * n + parity] = low[n];
        }
        for (int n = 0; n < highs; n++) {
            data[at + 2 * n + 1 - parity] = high[n];
        }
    }

    private void synthesizeColumns(int x, int count, int lows, int highs, int parity) {
        if (lows + highs == 1) {
            for (int i = x; i < x + count; i++) {
                data[i] = highs == 1 ? data[i] / 2 : data[i];
            }
            return;
        }
        for (int n = 0; n < lows; n++) {
            scale(n * stride + x, low, n * count, count, K);
        }
        for (int n = 0; n < highs; n++) {
            scale((lows + n) * stride + x, high, n * count, count, 1 / K);
        }
        lift(low, lows, high, highs, 1 - parity, count, DELTA);
        lift(high, highs, low, lows, parity, count, GAMMA);
        lift(low, lows, high, highs, 1 - parity, count, BETA);
        lift(high, highs, low, lows, parity, count, ALPHA);
        for (int n = 0; n < lows; n++) {
            System.arraycopy(low, n * count, data, (2 * n + parity) * stride + x, count);
        }
        for (int n = 0; n < highs; n++) {
            System.arraycopy(high, n * count, data, (2 * n + 1 - parity) * stride + x, count);
        }
    }

    private void scale(int from, float[] target, int to, int count, float factor) {
        for (int i = 0; i < count; i++) {
            target[to + i] = data[from + i] * factor;
        }
    }

    /**
     * Takes from each line of one kind a part of the two lines of the other kind around it.
     *
     * @param before how many lines of the other kind lie between the first line and the one before it: 0 or 1
     * @param count values of a line
     */
    private static void lift(float[] lines, int n, float[] others, int m, int before, int count, float factor) {
        if (count == 1) {
            liftRow(lines, n, others, m, before, factor);
            return;
        }
        for (int line = 0; line < n; line++) {
            int first = clamp(line - before, m) * count;
            int second = clamp(line - before + 1, m) * count;
            int to = line * count;
            for (int i = 0; i < count; i++) {
                lines[to + i] -= factor * (others[first + i] + others[second + i]);
            }
        }
    }

    private static void liftRow(float[] values, int n, float[] others, int m, int before, float factor) {
        values[0] -= factor * (others[clamp(-before, m)] + others[clamp(1 - before, m)]);
        int inner = Math.min(n, m - 1 + before);
        for (int i = 1; i < inner; i++) {
            values[i] -= factor * (others[i - before] + others[i - before + 1]);
        }
        for (int i = Math.max(1, inner); i < n; i++) {
            values[i] -= factor * (others[clamp(i - before, m)] + others[clamp(i - before + 1, m)]);
        }
    }

    private static int clamp(int index, int count) {
        return Math.max(0, Math.min(count - 1, index));
    }
}
