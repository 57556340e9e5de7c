package org.aegle.dicom.image.codec.jpeg;

/**
 * The quantized coefficients of a component to be encoded, block by block in zigzag. Not thread safe. ITU-T T.81 A.2.
 */
final class QuantizedComponent {
    private final int blocksWide;
    private final short[] coefficients;

    /**
     * Transforms a component; beyond its edges the last samples are repeated.
     *
     * @param plane samples around zero, in rows
     * @param blocksWide blocks of a row
     * @param blocksHigh rows of blocks
     */
    QuantizedComponent(float[] plane, int columns, int blocksWide, int blocksHigh, int[] quantization) {
        this.blocksWide = blocksWide;
        this.coefficients = new short[blocksWide * blocksHigh * Block.SIZE];
        int rows = plane.length / columns;
        ForwardDct dct = new ForwardDct();
        float[] block = new float[Block.SIZE];
        for (int row = 0; row < blocksHigh; row++) {
            for (int column = 0; column < blocksWide; column++) {
                for (int i = 0; i < Block.SIZE; i++) {
                    int y = Math.min(rows - 1, row * Block.SIDE + i / Block.SIDE);
                    int x = Math.min(columns - 1, column * Block.SIDE + i % Block.SIDE);
                    block[i] = plane[y * columns + x];
                }
                dct.transform(block, quantization, coefficients, index(row, column));
            }
        }
    }

    private int index(int row, int column) {
        return (row * blocksWide + column) * Block.SIZE;
    }

    int dc(int row, int column) {
        return coefficients[index(row, column)];
    }

    int ac(int row, int column, int k) {
        return coefficients[index(row, column) + k];
    }
}
