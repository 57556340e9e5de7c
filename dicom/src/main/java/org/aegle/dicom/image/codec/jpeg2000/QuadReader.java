package org.aegle.dicom.image.codec.jpeg2000;

/**
 * Reads what a cleanup segment tells of its quads, which are squares of two by two samples: which are significant and how
 * many bits they take. For one use. ITU-T T.814 7.3.
 */
final class QuadReader {
    private static final int OFFSET = 1 << 3;
    private static final int LENGTH = 7;

    private final MelDecoder events;
    private final BackwardBits codes;
    private final int quadsWide;
    private final int quadsHigh;
    /** Entries of {@link VlcCodes} with u in the upper half, and a quad more on either side. */
    private final int[] quads;

    private final int stride;

    QuadReader(MelDecoder events, BackwardBits codes, int width, int height) {
        this.events = events;
        this.codes = codes;
        this.quadsWide = (width + 1) / 2;
        this.quadsHigh = (height + 1) / 2;
        this.stride = quadsWide + 3;
        this.quads = new int[stride * quadsHigh];
    }

    /** Reads all quads. */
    int[] read() {
        for (int row = 0; row < quadsHigh; row++) {
            for (int column = 0; column < quadsWide; column += 2) {
                readPair(row, column);
            }
        }
        return quads;
    }

    /** Index of the first quad of a row. */
    int index(int row) {
        return row * stride + 1;
    }

    private void readPair(int row, int column) {
        int at = index(row) + column;
        boolean pair = column + 1 < quadsWide;
        int first = readCode(row, at);
        quads[at] = first;
        int second = pair ? readCode(row, at + 1) : 0;
        int u = row == 0 ? readInitial(first, second) : readUnsigned(first, second, 0);
        quads[at] |= (u & 0xFF) << 16;
        if (pair) {
            quads[at + 1] = second | (u >> 8) << 16;
        }
    }

    private int readCode(int row, int at) {
        int context = row == 0 ? contextOfInitial(at) : contextOfFurther(at);
        if (context == 0 && !events.readEvent()) {
            return 0;
        }
        int[] table = row == 0 ? VlcCodes.ofInitialRow() : VlcCodes.ofFurtherRows();
        int entry = table[context << VlcCodes.LONGEST | codes.peek(VlcCodes.LONGEST)];
        codes.skip(entry & LENGTH);
        return entry;
    }

    /** Bits of rho are upper left, lower left, upper right, lower right. Equation 1. */
    private int contextOfInitial(int at) {
        int west = quads[at - 1] >> 4;
        return (west | west >> 1) & 1 | (west >> 2 & 3) << 1;
    }

    /** Equation 2. */
    private int contextOfFurther(int at) {
        int west = quads[at - 1] >> 4;
        int northWest = quads[at - stride - 1] >> 4;
        int north = quads[at - stride] >> 4;
        int northEast = quads[at - stride + 1] >> 4;
        return (northWest >> 3 | north >> 1) & 1
                | ((west >> 2 | west >> 3) & 1) << 1
                | ((north >> 3 | northEast >> 1) & 1) << 2;
    }

    /** In the first row an event tells of two large values. */
    private int readInitial(int first, int second) {
        boolean both = (first & second & OFFSET) != 0;
        if (!both) {
            return readUnsigned(first, second, 0);
        }
        if (events.readEvent()) {
            return readUnsigned(first, second, 2);
        }
        int prefix = readPrefix();
        if (prefix <= 2) {
            int other = readPrefix();
            int u = prefix + readSuffix(prefix);
            return u | other + readSuffix(other) << 8;
        }
        int other = 1 + codes.read(1);
        return prefix + readSuffix(prefix) | other << 8;
    }

    /** u of two quads, the second in the second byte. Prefixes come before suffixes. 7.3.6. */
    private int readUnsigned(int first, int second, int added) {
        boolean hasFirst = (first & OFFSET) != 0;
        boolean hasSecond = (second & OFFSET) != 0;
        int prefix = hasFirst ? readPrefix() : 0;
        int other = hasSecond ? readPrefix() : 0;
        int u = hasFirst ? added + prefix + readSuffix(prefix) : 0;
        int v = hasSecond ? added + other + readSuffix(other) : 0;
        return u | v << 8;
    }

    private int readPrefix() {
        int next = codes.peek(3);
        if ((next & 1) != 0) {
            codes.skip(1);
            return 1;
        }
        if ((next & 2) != 0) {
            codes.skip(2);
            return 2;
        }
        codes.skip(3);
        return next == 0 ? 5 : 3;
    }

    private int readSuffix(int prefix) {
        return switch (prefix) {
            case 3 -> codes.read(1);
            case 5 -> codes.read(5);
            default -> 0;
        };
    }
}
