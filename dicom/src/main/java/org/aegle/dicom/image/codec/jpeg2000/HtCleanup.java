package org.aegle.dicom.image.codec.jpeg2000;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/** The magnitudes and signs of a cleanup pass. For one use. ITU-T T.814 7.3.7, 7.3.8. */
final class HtCleanup {
    private static final int MAXIMUM_BITS = 29;
    private static final int SAMPLES = 4;

    private final ForwardBits in;
    private final int[] values;
    private final int width;
    private final int height;
    private final int plane;

    /** Magnitudes of the lower row of the quads above and of these, with samples more on either side. */
    private int[] above;

    private int[] below;

    HtCleanup(ForwardBits in, int[] values, int width, int height, int plane) {
        this.in = in;
        this.values = values;
        this.width = width;
        this.height = height;
        this.plane = plane;
        this.above = new int[width + SAMPLES];
        this.below = new int[width + SAMPLES];
    }

    void decode(QuadReader reader) throws MalformedFrame {
        int[] quads = reader.read();
        for (int y = 0; y < height; y += 2) {
            int at = reader.index(y / 2);
            for (int x = 0; x < width; x += 2) {
                decodeQuad(quads[at++], x, y);
            }
            int[] free = above;
            above = below;
            below = free;
            Arrays.fill(below, 0);
        }
    }

    private void decodeQuad(int quad, int x, int y) throws MalformedFrame {
        int rho = quad >> 4 & 15;
        if (rho == 0) {
            return;
        }
        int bits = (quad >> 16) + predictedBits(rho, x, y);
        if (bits + plane > MAXIMUM_BITS) {
            throw new MalformedFrame("a code-block of too large magnitudes");
        }
        for (int i = 0; i < SAMPLES; i++) {
            if ((rho >> i & 1) != 0) {
                int known = quad >> i;
                decodeSample(bits - (known >> 12 & 1), known >> 8 & 1, x + (i >> 1), y + (i & 1));
            }
        }
    }

    /** Kappa: the exponent of the samples above counts when several of the quad are significant. */
    private int predictedBits(int rho, int x, int y) {
        if (y == 0 || (rho & rho - 1) == 0) {
            return 1;
        }
        int largest = above[x] | above[x + 1] | above[x + 2] | above[x + 3] | 2;
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(largest);
    }

    private void decodeSample(int bits, int highest, int x, int y) {
        int read = in.read(bits);
        int magnitude = read | highest << bits | 1;
        if ((y & 1) != 0) {
            below[x + 1] = magnitude;
        }
        if (x < width && y < height) {
            values[y * width + x] = read << Integer.SIZE - 1 | magnitude + 2 << plane;
        }
    }
}
