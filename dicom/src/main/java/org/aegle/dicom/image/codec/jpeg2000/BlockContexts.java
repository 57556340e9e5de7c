package org.aegle.dicom.image.codec.jpeg2000;

/**
 * Contexts of a sample by the flags of its surroundings: nine bits of significance, row by row, with the sample itself
 * in the middle. ITU-T T.800 D.3, tables D.1 to D.4.
 */
final class BlockContexts {
    private static final int NORTH_WEST = 1;
    private static final int NORTH = 1 << 1;
    private static final int NORTH_EAST = 1 << 2;
    private static final int WEST = 1 << 3;
    private static final int EAST = 1 << 5;
    private static final int SOUTH_WEST = 1 << 6;
    private static final int SOUTH = 1 << 7;
    private static final int SOUTH_EAST = 1 << 8;

    private static final int SURROUNDINGS = 1 << 9;
    private static final byte[][] SIGNIFICANCE = {
        significance(Subband.Kind.LL),
        significance(Subband.Kind.HL),
        significance(Subband.Kind.LH),
        significance(Subband.Kind.HH)
    };
    private static final byte[] SIGNS = signs();

    private BlockContexts() {}

    /** Contexts of significance by surroundings, for a subband; not to be changed. */
    static byte[] significanceOf(Subband.Kind kind) {
        return SIGNIFICANCE[kind.ordinal()];
    }

    /**
     * Contexts of signs, with the predicted sign in the highest bit; not to be changed. The index has for north, west,
     * east and south in this order a bit of significance at 1, 3, 5, 7 and one of the sign at 4, 0, 2, 6.
     */
    static byte[] signContexts() {
        return SIGNS;
    }

    private static int count(int flags, int... bits) {
        int count = 0;
        for (int bit : bits) {
            count += (flags & bit) != 0 ? 1 : 0;
        }
        return count;
    }

    private static byte[] significance(Subband.Kind kind) {
        byte[] table = new byte[SURROUNDINGS];
        for (int flags = 0; flags < SURROUNDINGS; flags++) {
            int horizontal = count(flags, WEST, EAST);
            int vertical = count(flags, NORTH, SOUTH);
            int diagonal = count(flags, NORTH_WEST, NORTH_EAST, SOUTH_WEST, SOUTH_EAST);
            table[flags] = (byte)
                    switch (kind) {
                        case LL, LH -> lowContext(horizontal, vertical, diagonal);
                        case HL -> lowContext(vertical, horizontal, diagonal);
                        case HH -> diagonalContext(horizontal + vertical, diagonal);
                    };
        }
        return table;
    }

    private static int lowContext(int along, int across, int diagonal) {
        if (along == 2) {
            return 8;
        }
        if (along == 1) {
            return across > 0 ? 7 : diagonal > 0 ? 6 : 5;
        }
        return across > 0 ? 2 + across : Math.min(2, diagonal);
    }

    private static int diagonalContext(int straight, int diagonal) {
        return switch (diagonal) {
            case 0 -> Math.min(2, straight);
            case 1 -> 3 + Math.min(2, straight);
            case 2 -> 6 + Math.min(1, straight);
            default -> 8;
        };
    }

    private static byte[] signs() {
        byte[] table = new byte[1 << Byte.SIZE];
        for (int flags = 0; flags < table.length; flags++) {
            int vertical = sign(flags, 1, 4) + sign(flags, 7, 6);
            int horizontal = sign(flags, 3, 0) + sign(flags, 5, 2);
            table[flags] = (byte) signContext(Integer.signum(horizontal), Integer.signum(vertical));
        }
        return table;
    }

    private static int sign(int flags, int significance, int negative) {
        if ((flags >> significance & 1) == 0) {
            return 0;
        }
        return (flags >> negative & 1) == 0 ? 1 : -1;
    }

    /** Table D.3: contributions with opposite signs share a context and predict opposite signs. */
    private static int signContext(int horizontal, int vertical) {
        boolean negative = horizontal < 0 || horizontal == 0 && vertical < 0;
        int v = negative ? -vertical : vertical;
        int context = horizontal == 0 ? Math.abs(v) : 3 + v;
        return MqStates.SIGN + context | (negative ? 0x80 : 0);
    }
}
