package org.aegle.dicom.image.codec.jpegls;

import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * Parameters of a JPEG-LS scan. ITU-T T.87 C.2.4.1 and A.2.1.
 *
 * @param maximum MAXVAL, the largest sample
 * @param near NEAR, the largest error of a sample, 0 for none
 * @param t1 first threshold of gradients
 * @param t2 second threshold
 * @param t3 third threshold
 * @param reset RESET, samples of a context after which its counters are halved
 */
record CodingParameters(int maximum, int near, int t1, int t2, int t3, int reset) {
    private static final int DEFAULT_RESET = 64;
    private static final int BASIC_T1 = 3;
    private static final int BASIC_T2 = 7;
    private static final int BASIC_T3 = 21;
    private static final int LARGEST_NEAR = 255;

    /** The parameters that hold where a codestream tells none. T.87 C.2.4.1.1. */
    static CodingParameters standard(int maximum, int near) {
        int t1;
        int t2;
        int t3;
        if (maximum >= 128) {
            int factor = (Math.min(maximum, 4095) + 128) / 256;
            t1 = clamp(factor * (BASIC_T1 - 2) + 2 + 3 * near, near + 1, maximum);
            t2 = clamp(factor * (BASIC_T2 - 3) + 3 + 5 * near, t1, maximum);
            t3 = clamp(factor * (BASIC_T3 - 4) + 4 + 7 * near, t2, maximum);
        } else {
            int divisor = 256 / (maximum + 1);
            t1 = clamp(Math.max(2, BASIC_T1 / divisor + 3 * near), near + 1, maximum);
            t2 = clamp(Math.max(3, BASIC_T2 / divisor + 5 * near), t1, maximum);
            t3 = clamp(Math.max(4, BASIC_T3 / divisor + 7 * near), t2, maximum);
        }
        return new CodingParameters(maximum, near, t1, t2, t3, DEFAULT_RESET);
    }

    private static int clamp(int value, int least, int maximum) {
        return value > maximum || value < least ? least : value;
    }

    /** Reads presets; those that are zero are the standard's. */
    static CodingParameters read(CodestreamInput in) throws MalformedFrame {
        return new CodingParameters(in.readWord(), 0, in.readWord(), in.readWord(), in.readWord(), in.readWord());
    }

    /**
     * These presets for a scan.
     *
     * @throws MalformedFrame when they are out of bounds
     */
    CodingParameters forScan(int precision, int scanNear) throws MalformedFrame {
        int largest = (1 << precision) - 1;
        int scanMaximum = maximum == 0 ? largest : maximum;
        if (scanMaximum > largest || scanNear > Math.min(LARGEST_NEAR, scanMaximum / 2)) {
            throw new MalformedFrame("JPEG-LS parameters beyond the precision");
        }
        CodingParameters defaults = standard(scanMaximum, scanNear);
        CodingParameters merged = new CodingParameters(
                scanMaximum,
                scanNear,
                t1 == 0 ? defaults.t1 : t1,
                t2 == 0 ? defaults.t2 : t2,
                t3 == 0 ? defaults.t3 : t3,
                reset == 0 ? defaults.reset : reset);
        merged.check();
        return merged;
    }

    private void check() throws MalformedFrame {
        boolean ordered = t1 > near && t2 >= t1 && t3 >= t2 && t3 <= maximum;
        if (!ordered && !equals(standard(maximum, near)) || reset < 3 || reset > Math.max(255, maximum)) {
            throw new MalformedFrame("JPEG-LS thresholds out of order");
        }
    }

    /** Quantization step of prediction errors. */
    int step() {
        return 2 * near + 1;
    }

    /** RANGE, the number of different prediction errors. */
    int range() {
        return (maximum + 2 * near) / step() + 1;
    }

    /** Bits of a sample. */
    int bits() {
        return Math.max(2, ceilingLog2(maximum + 1));
    }

    /** Bits of a prediction error that is written as it is. */
    int errorBits() {
        return ceilingLog2(range());
    }

    /** LIMIT, the longest codeword. */
    int limit() {
        return 2 * (bits() + Math.max(8, bits()));
    }

    private static int ceilingLog2(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(value - 1);
    }
}
