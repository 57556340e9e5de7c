package org.aegle.dicom.image.codec.jpeg2000;

/** Encodes all bit-planes of blocks; what {@link EbcotDecoder} reads. Not thread safe. ITU-T T.800 Annex D. */
final class EbcotEncoder {
    private static final BlockStyle STYLE = new BlockStyle(0);

    private final MqEncoder mq = new MqEncoder();
    private final byte[] signs = BlockContexts.signContexts();
    private byte[] significances;
    private BlockFlags flags = new BlockFlags(0, 0, false);
    private int[] values;
    private int width;
    private int height;

    /**
     * Encodes a block.
     *
     * @param coefficients row by row
     * @param planes bit-planes of the largest magnitude, 1 or more
     */
    byte[] encode(int[] coefficients, Area block, Subband.Kind kind, int planes) {
        values = coefficients;
        width = block.width();
        height = block.height();
        significances = BlockContexts.significanceOf(kind);
        flags = flags.cleared(width, height, STYLE.verticallyCausal());
        mq.begin();
        for (int plane = planes - 1; plane >= 0; plane--) {
            if (plane < planes - 1) {
                encodeSignificance(plane);
                encodeRefinement(plane);
            }
            encodeCleanup(plane);
        }
        return mq.finish();
    }

    private int bit(int y, int x, int plane) {
        return Math.abs(values[y * width + x]) >> plane & 1;
    }

    private void encodeSignificance(int plane) {
        int[] all = flags.words();
        for (int y = 0; y < height; y += BlockFlags.STRIPE) {
            int rows = Math.min(BlockFlags.STRIPE, height - y);
            int at = flags.index(y);
            for (int x = 0; x < width; x++, at++) {
                for (int row = 0; row < rows && all[at] != 0; row++) {
                    int sample = all[at] >>> 3 * row;
                    if ((sample & BlockFlags.SELF) == 0 && (sample & BlockFlags.NEIGHBOURS) != 0) {
                        encodeSample(at, row, y, x, plane);
                        all[at] |= BlockFlags.VISITED << 3 * row;
                    }
                }
            }
        }
    }

    private void encodeRefinement(int plane) {
        int[] all = flags.words();
        for (int y = 0; y < height; y += BlockFlags.STRIPE) {
            int rows = Math.min(BlockFlags.STRIPE, height - y);
            int at = flags.index(y);
            for (int x = 0; x < width; x++, at++) {
                for (int row = 0; row < rows; row++) {
                    int sample = all[at] >>> 3 * row;
                    if ((sample & (BlockFlags.SELF | BlockFlags.VISITED)) == BlockFlags.SELF) {
                        mq.encode(bit(y + row, x, plane), EbcotDecoder.refinementContext(sample));
                        all[at] |= BlockFlags.REFINED << 3 * row;
                    }
                }
            }
        }
    }

    private void encodeCleanup(int plane) {
        int[] all = flags.words();
        for (int y = 0; y < height; y += BlockFlags.STRIPE) {
            int rows = Math.min(BlockFlags.STRIPE, height - y);
            int at = flags.index(y);
            for (int x = 0; x < width; x++, at++) {
                int row = 0;
                if (all[at] == 0 && rows == BlockFlags.STRIPE) {
                    row = encodeRun(at, y, x, plane);
                }
                for (; row < rows; row++) {
                    int sample = all[at] >>> 3 * row;
                    if ((sample & (BlockFlags.SELF | BlockFlags.VISITED)) == 0) {
                        encodeSample(at, row, y, x, plane);
                    }
                }
                all[at] &= ~BlockFlags.ANY_VISITED;
            }
        }
    }

    /** Tells the first significant sample of four; gives the row after it. */
    private int encodeRun(int at, int y, int x, int plane) {
        int row = 0;
        while (row < BlockFlags.STRIPE && bit(y + row, x, plane) == 0) {
            row++;
        }
        mq.encode(row < BlockFlags.STRIPE ? 1 : 0, MqStates.RUN);
        if (row == BlockFlags.STRIPE) {
            return row;
        }
        mq.encode(row >> 1, MqStates.UNIFORM);
        mq.encode(row & 1, MqStates.UNIFORM);
        encodeSign(at, row, values[(y + row) * width + x]);
        return row + 1;
    }

    private void encodeSample(int at, int row, int y, int x, int plane) {
        int surroundings = flags.words()[at] >>> 3 * row & BlockFlags.NEIGHBOURS;
        int bit = bit(y + row, x, plane);
        mq.encode(bit, significances[surroundings]);
        if (bit != 0) {
            encodeSign(at, row, values[(y + row) * width + x]);
        }
    }

    private void encodeSign(int at, int row, int value) {
        int negative = value >>> Integer.SIZE - 1;
        int sign = signs[flags.signSurroundings(at, row)];
        mq.encode(negative ^ sign >>> Integer.SIZE - 1, sign & 0x7F);
        flags.setSignificant(at, row, negative);
    }
}
