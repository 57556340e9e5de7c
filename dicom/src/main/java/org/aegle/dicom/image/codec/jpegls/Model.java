package org.aegle.dicom.image.codec.jpegls;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/**
 * What a scan has learned of its samples: for each context how large prediction errors are and which way they lean.
 * Decoder and encoder keep the same. Not thread safe. ITU-T T.87 A.2 to A.7.
 */
final class Model {
    /** Contexts of regular samples; two more for samples that end a run. */
    private static final int REGULAR = 365;

    private static final int LARGEST_GOLOMB = 24;
    private static final int LEAST_CORRECTION = -128;
    private static final int MOST_CORRECTION = 127;
    private static final int[] RUN_ORDERS = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    final int maximum;
    final int near;
    final int step;
    final int range;
    final int errorBits;
    final int limit;

    private final int reset;
    /** Where a gradient falls, from -4 to 4, by the gradient plus MAXVAL. */
    private final byte[] quantized;
    /** A, N, B and C of the standard; B of run contexts counts negative errors. */
    private final int[] magnitudes = new int[REGULAR + 2];

    private final int[] counts = new int[REGULAR + 2];
    private final int[] biases = new int[REGULAR + 2];
    private final int[] corrections = new int[REGULAR];

    Model(CodingParameters parameters) {
        this.maximum = parameters.maximum();
        this.near = parameters.near();
        this.step = parameters.step();
        this.range = parameters.range();
        this.errorBits = parameters.errorBits();
        this.limit = parameters.limit();
        this.reset = parameters.reset();
        this.quantized = new byte[2 * maximum + 1];
        for (int gradient = -maximum; gradient <= maximum; gradient++) {
            quantized[gradient + maximum] =
                    (byte) (Integer.signum(gradient) * quantize(Math.abs(gradient), parameters));
        }
        restart();
    }

    private static int quantize(int gradient, CodingParameters parameters) {
        if (gradient <= parameters.near()) {
            return 0;
        }
        if (gradient < parameters.t1()) {
            return 1;
        }
        if (gradient < parameters.t2()) {
            return 2;
        }
        return gradient < parameters.t3() ? 3 : 4;
    }

    /** Forgets all. */
    void restart() {
        Arrays.fill(magnitudes, Math.max(2, (range + 32) / 64));
        Arrays.fill(counts, 1);
        Arrays.fill(biases, 0);
        Arrays.fill(corrections, 0);
    }

    /** J, the order of a run's length. T.87 A.7.1.2. */
    static int runOrder(int runIndex) {
        return RUN_ORDERS[runIndex];
    }

    /** The run index after a full stretch. */
    static int longer(int runIndex) {
        return Math.min(RUN_ORDERS.length - 1, runIndex + 1);
    }

    /** The context of three gradients, negative when all errors change their sign; 0 in even surroundings. A.3. */
    int context(int right, int above, int left) {
        return 81 * quantized[right + maximum] + 9 * quantized[above + maximum] + quantized[left + maximum];
    }

    /** The corrected prediction of a regular sample. A.4. */
    int predict(int context, int left, int above, int diagonal) {
        int prediction;
        if (diagonal >= Math.max(left, above)) {
            prediction = Math.min(left, above);
        } else if (diagonal <= Math.min(left, above)) {
            prediction = Math.max(left, above);
        } else {
            prediction = left + above - diagonal;
        }
        int corrected = context < 0 ? prediction - corrections[-context] : prediction + corrections[context];
        return clamp(corrected);
    }

    /** A value brought into the range of samples. */
    int clamp(int value) {
        return Math.max(0, Math.min(maximum, value));
    }

    /** The sample that a prediction and an error make. A.4.5. */
    int reconstruct(int prediction, int error) {
        int value = prediction + error * step;
        if (value < -near) {
            value += range * step;
        } else if (value > maximum + near) {
            value -= range * step;
        }
        return clamp(value);
    }

    /** The quantized error of an encoder, before it is reduced. A.4.4. */
    int quantizeError(int error) {
        return error > 0 ? (error + near) / step : -((near - error) / step);
    }

    /** An encoder's error brought into half the range on either side. A.4.5. */
    int reduce(int error) {
        int positive = error < 0 ? error + range : error;
        return positive >= (range + 1) / 2 ? positive - range : positive;
    }

    /** The Golomb order of a regular context, without sign. A.5.1. */
    int golombOrder(int context) throws MalformedFrame {
        return order(counts[context], magnitudes[context]);
    }

    private static int order(int count, int magnitude) throws MalformedFrame {
        int order = 0;
        while (order <= LARGEST_GOLOMB && count << order < magnitude) {
            order++;
        }
        if (order > LARGEST_GOLOMB) {
            throw new MalformedFrame("a JPEG-LS context out of bounds");
        }
        return order;
    }

    /** Errors of a context without order lean to the negative: the mapping is turned. A.5.2. */
    boolean leansNegative(int context) {
        return near == 0 && 2 * biases[context] <= -counts[context];
    }

    /** Learns from the error of a regular sample, the context being without sign. A.6. */
    void update(int context, int error) {
        int bias = biases[context] + error * step;
        int count = counts[context];
        magnitudes[context] += Math.abs(error);
        if (count == reset) {
            magnitudes[context] >>= 1;
            bias >>= 1;
            count >>= 1;
        }
        count++;
        if (bias <= -count) {
            corrections[context] = Math.max(LEAST_CORRECTION, corrections[context] - 1);
            bias = Math.max(bias + count, -count + 1);
        } else if (bias > 0) {
            corrections[context] = Math.min(MOST_CORRECTION, corrections[context] + 1);
            bias = Math.min(bias - count, 0);
        }
        biases[context] = bias;
        counts[context] = count;
    }

    /** The Golomb order of a sample that ends a run; type 1 when its neighbours are alike. A.7.2.1. */
    int runGolombOrder(int type) throws MalformedFrame {
        int context = REGULAR + type;
        return order(counts[context], magnitudes[context] + type * (counts[context] >> 1));
    }

    /** Whether an even mapped value means a negative error. A.7.2.2. */
    boolean runMapsNegative(int type, int order) {
        int context = REGULAR + type;
        return order != 0 || 2 * biases[context] >= counts[context];
    }

    /** Learns from the error of a sample that ended a run. A.7.2.3. */
    void updateRun(int type, int error, int mapped) {
        int context = REGULAR + type;
        if (error < 0) {
            biases[context]++;
        }
        magnitudes[context] += mapped + 1 - type >> 1;
        if (counts[context] == reset) {
            magnitudes[context] >>= 1;
            counts[context] >>= 1;
            biases[context] >>= 1;
        }
        counts[context]++;
    }
}
