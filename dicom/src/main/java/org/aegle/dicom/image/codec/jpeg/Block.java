package org.aegle.dicom.image.codec.jpeg;

/** Blocks of eight by eight coefficients. ITU-T T.81 A.3. */
final class Block {
    /** Samples along a side. */
    static final int SIDE = 8;
    /** Coefficients. */
    static final int SIZE = SIDE * SIDE;

    private static final byte[] NATURAL = zigzag();

    private Block() {}

    /** Walks the diagonals, up and down by turns. T.81 figure A.6. */
    private static byte[] zigzag() {
        byte[] order = new byte[SIZE];
        int index = 0;
        for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
            int from = Math.max(0, diagonal - SIDE + 1);
            int to = Math.min(diagonal, SIDE - 1);
            for (int i = from; i <= to; i++) {
                int row = diagonal % 2 == 0 ? diagonal - i : i;
                order[index++] = (byte) (row * SIDE + diagonal - row);
            }
        }
        return order;
    }

    /** Where a coefficient counted in zigzag lies in rows. */
    static int naturalIndex(int zigzagIndex) {
        return NATURAL[zigzagIndex];
    }
}
