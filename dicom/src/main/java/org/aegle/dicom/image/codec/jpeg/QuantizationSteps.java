package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.codec.CodestreamOutput;

/** The quantization tables of T.81 tables K.1 and K.2, finer by a factor. Not to be changed. */
final class QuantizationSteps {
    private static final int LARGEST = 255;

    private static final int[] LUMINANCE = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };
    private static final int[] CHROMINANCE = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99
    };

    private QuantizationSteps() {}

    /** Steps in rows for luminance or chrominance. */
    static int[] of(boolean chrominance, float factor) {
        int[] basic = chrominance ? CHROMINANCE : LUMINANCE;
        int[] steps = new int[Block.SIZE];
        for (int i = 0; i < Block.SIZE; i++) {
            steps[i] = Math.max(1, Math.min(LARGEST, Math.round(basic[i] * factor)));
        }
        return steps;
    }

    /** The parameters of a DQT marker segment. */
    static CodestreamOutput table(int number, int[] steps) {
        CodestreamOutput out = new CodestreamOutput().writeByte(number);
        for (int k = 0; k < Block.SIZE; k++) {
            out.writeByte(steps[Block.naturalIndex(k)]);
        }
        return out;
    }
}
