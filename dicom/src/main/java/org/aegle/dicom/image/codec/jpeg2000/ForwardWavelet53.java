package org.aegle.dicom.image.codec.jpeg2000;

/** The reversible 5-3 wavelet, from samples to subbands; {@link Wavelet53} goes back. ITU-T T.800 F.4.8.1.2. */
final class ForwardWavelet53 {
    private final int[] data;
    private final int stride;

    /** For samples in rows. */
    ForwardWavelet53(int[] data, int stride) {
        this.data = data;
        this.stride = stride;
    }

    /** Parts the samples of a resolution into those of the one below and its subbands. */
    void analyze(Area lower, Area area) {
        for (int x = 0; x < area.width(); x++) {
            analyze(x, stride, lower.height(), area.height() - lower.height(), area.y0() & 1);
        }
        for (int y = 0; y < area.height(); y++) {
            analyze(y * stride, 1, lower.width(), area.width() - lower.width(), area.x0() & 1);
        }
    }

    private void analyze(int at, int step, int lows, int highs, int parity) {
        if (lows + highs == 1) {
            data[at] <<= highs;
            return;
        }
        int[] low = new int[lows];
        int[] high = new int[highs];
        for (int n = 0; n < lows; n++) {
            low[n] = data[at + (2 * n + parity) * step];
        }
        for (int n = 0; n < highs; n++) {
            int sum = low[clamp(n - parity, lows)] + low[clamp(n + 1 - parity, lows)];
            high[n] = data[at + (2 * n + 1 - parity) * step] - (sum >> 1);
        }
        for (int n = 0; n < lows; n++) {
            int sum = high[clamp(n - 1 + parity, highs)] + high[clamp(n + parity, highs)];
            data[at + n * step] = low[n] + (sum + 2 >> 2);
        }
        for (int n = 0; n < highs; n++) {
            data[at + (lows + n) * step] = high[n];
        }
    }

    private static int clamp(int index, int count) {
        return Math.max(0, Math.min(count - 1, index));
    }
}
