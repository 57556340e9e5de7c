package org.aegle.dicom.image.codec.jpeg;

/** The discrete cosine transform of a block, quantized. Not thread safe. ITU-T T.81 A.3.3, A.3.4. */
final class ForwardDct {
    private static final float[] COSINES = cosines();

    private final float[] rows = new float[Block.SIZE];

    /** By frequency, then by sample, with the norm of the transform in it. */
    private static float[] cosines() {
        float[] cosines = new float[Block.SIZE];
        for (int u = 0; u < Block.SIDE; u++) {
            double norm = u == 0 ? Math.sqrt(0.125) : 0.5;
            for (int x = 0; x < Block.SIDE; x++) {
                cosines[u * Block.SIDE + x] = (float) (norm * Math.cos((2 * x + 1) * u * Math.PI / 16));
            }
        }
        return cosines;
    }

    /**
     * Transforms a block.
     *
     * @param samples rows around zero
     * @param quantization steps in rows
     * @param coefficients where the quantized coefficients go, in zigzag from an index on
     */
    void transform(float[] samples, int[] quantization, short[] coefficients, int to) {
        for (int y = 0; y < Block.SIDE; y++) {
            for (int u = 0; u < Block.SIDE; u++) {
                rows[y * Block.SIDE + u] = product(samples, y * Block.SIDE, 1, u);
            }
        }
        for (int k = 0; k < Block.SIZE; k++) {
            int natural = Block.naturalIndex(k);
            float coefficient = product(rows, natural % Block.SIDE, Block.SIDE, natural / Block.SIDE);
            coefficients[to + k] = (short) Math.round(coefficient / quantization[natural]);
        }
    }

    private static float product(float[] values, int from, int step, int frequency) {
        float sum = 0;
        for (int i = 0; i < Block.SIDE; i++) {
            sum += values[from + i * step] * COSINES[frequency * Block.SIDE + i];
        }
        return sum;
    }
}
