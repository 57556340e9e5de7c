package org.aegle.dicom.image.codec.jpeg;

/**
 * The inverse discrete cosine transform in integers, after Loeffler, Ligtenberg and Moschytz (1989): eleven products for
 * eight values, first down the columns, then along the rows. Not thread safe. ITU-T T.81 A.3.3.
 */
final class InverseDct {
    private static final int FRACTION = 13;
    private static final int C_0_298 = 2446;
    private static final int C_0_390 = 3196;
    private static final int C_0_541 = 4433;
    private static final int C_0_765 = 6270;
    private static final int C_0_899 = 7373;
    private static final int C_1_175 = 9633;
    private static final int C_1_501 = 12299;
    private static final int C_1_847 = 15137;
    private static final int C_1_961 = 16069;
    private static final int C_2_053 = 16819;
    private static final int C_2_562 = 20995;
    private static final int C_3_072 = 25172;

    private final int[] work = new int[Block.SIZE];
    private final int columnShift;
    private final int rowShift;
    private final int center;
    private final int maximum;

    /** For samples of 8 or 12 bits. */
    InverseDct(int precision) {
        int kept = precision == 8 ? 2 : 1;
        this.columnShift = FRACTION - kept;
        this.rowShift = FRACTION + kept + 3;
        this.center = 1 << precision - 1;
        this.maximum = (1 << precision) - 1;
    }

    /**
     * Writes the samples of a block.
     *
     * @param coefficients dequantized, in rows
     * @param samples where they go, from an index on, rows being a stride apart
     */
    void transform(int[] coefficients, short[] samples, int from, int stride) {
        for (int column = 0; column < Block.SIDE; column++) {
            if (isConstant(coefficients, column)) {
                fillColumn(column, coefficients[column] << FRACTION - columnShift);
            } else {
                transform(coefficients, column, Block.SIDE, columnShift);
            }
        }
        for (int row = 0; row < Block.SIDE; row++) {
            transform(work, row * Block.SIDE, 1, rowShift);
            int to = from + row * stride;
            for (int i = 0; i < Block.SIDE; i++) {
                int value = work[row * Block.SIDE + i] + center;
                samples[to + i] = (short) Math.max(0, Math.min(maximum, value));
            }
        }
    }

    private static boolean isConstant(int[] in, int column) {
        int others = 0;
        for (int i = column + Block.SIDE; i < Block.SIZE; i += Block.SIDE) {
            others |= in[i];
        }
        return others == 0;
    }

    private void fillColumn(int column, int value) {
        for (int i = column; i < Block.SIZE; i += Block.SIDE) {
            work[i] = value;
        }
    }

    private void transform(int[] in, int at, int step, int shift) {
        int even2 = in[at + 2 * step];
        int even6 = in[at + 6 * step];
        int rotation = (even2 + even6) * C_0_541;
        int c2 = rotation - even6 * C_1_847;
        int c3 = rotation + even2 * C_0_765;
        int c0 = in[at] + in[at + 4 * step] << FRACTION;
        int c1 = in[at] - in[at + 4 * step] << FRACTION;

        int odd7 = in[at + 7 * step];
        int odd5 = in[at + 5 * step];
        int odd3 = in[at + 3 * step];
        int odd1 = in[at + step];
        int z5 = (odd7 + odd3 + odd5 + odd1) * C_1_175;
        int z1 = -(odd7 + odd1) * C_0_899;
        int z2 = -(odd5 + odd3) * C_2_562;
        int z3 = z5 - (odd7 + odd3) * C_1_961;
        int z4 = z5 - (odd5 + odd1) * C_0_390;
        int d0 = odd7 * C_0_298 + z1 + z3;
        int d1 = odd5 * C_2_053 + z2 + z4;
        int d2 = odd3 * C_3_072 + z2 + z3;
        int d3 = odd1 * C_1_501 + z1 + z4;

        int half = 1 << shift - 1;
        put(at, 0, step, c0 + c3 + half, d3, shift);
        put(at, 1, step, c1 + c2 + half, d2, shift);
        put(at, 2, step, c1 - c2 + half, d1, shift);
        put(at, 3, step, c0 - c3 + half, d0, shift);
    }

    /** A value and its mirror image. */
    private void put(int at, int index, int step, int even, int odd, int shift) {
        work[at + index * step] = even + odd >> shift;
        work[at + (Block.SIDE - 1 - index) * step] = even - odd >> shift;
    }
}
