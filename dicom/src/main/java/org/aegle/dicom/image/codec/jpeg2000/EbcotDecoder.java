package org.aegle.dicom.image.codec.jpeg2000;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/**
 * Decodes blocks bit-plane by bit-plane, three passes each, with the arithmetic decoder or raw bits. Four rows of a
 * column share their flags. Not thread safe. ITU-T T.800 Annex D.
 */
final class EbcotDecoder implements BlockDecoder {
    private static final int FIRST_RAW_PASS = 10;
    private static final int PASSES_OF_PLANE = 3;
    private static final int SEGMENTATION_SYMBOL = 0xA;

    private final BlockStyle style;
    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final byte[] signs = BlockContexts.signContexts();
    private byte[] significances;
    private byte[] data = new byte[0];
    private int[] values = new int[0];
    private BlockFlags flags = new BlockFlags(0, 0, false);
    private int width;
    private int height;

    EbcotDecoder(BlockStyle style) {
        this.style = style;
    }

    @Override
    public int[] decode(CodeBlock block, Subband subband, byte[] codestream) throws MalformedFrame {
        int planes = subband.planes() - block.zeroPlanes();
        if (block.passes() > PASSES_OF_PLANE * planes - 2) {
            throw new MalformedFrame("a code-block of more passes than bit-planes");
        }
        begin(block, subband, codestream);
        int plane = planes - 1;
        int pass = 0;
        int from = 0;
        for (int segment = 0; segment < block.segmentCount(); segment++) {
            boolean isRaw = isRaw(pass);
            int length = Math.min(block.segmentLength(segment), data.length - from);
            if (isRaw) {
                raw.begin(data, from, length);
            } else {
                mq.begin(data, from, length);
            }
            for (int i = 0; i < block.segmentPasses(segment); i++, pass++) {
                decodePass(pass, plane - (pass + 2) / PASSES_OF_PLANE, isRaw);
            }
            from += length;
        }
        return values;
    }

    private void begin(CodeBlock block, Subband subband, byte[] codestream) {
        width = block.area.width();
        height = block.area.height();
        significances = BlockContexts.significanceOf(subband.kind());
        data = new byte[block.length()];
        block.copyTo(data, codestream);
        if (values.length < width * height) {
            values = new int[width * height];
        }
        Arrays.fill(values, 0, width * height, 0);
        flags = flags.cleared(width, height, style.verticallyCausal());
        mq.resetContexts();
    }

    /** Raw are the significance and refinement passes after the fourth plane. D.6. */
    private boolean isRaw(int pass) {
        return style.bypass() && pass >= FIRST_RAW_PASS && pass % PASSES_OF_PLANE != 0;
    }

    private void decodePass(int pass, int plane, boolean isRaw) throws MalformedFrame {
        switch (pass % PASSES_OF_PLANE) {
            case 0 -> {
                decodeCleanup(plane);
                if (style.segmentationSymbols() && readUniform(4) != SEGMENTATION_SYMBOL) {
                    throw new MalformedFrame("a code-block lost its segmentation symbol");
                }
            }
            case 1 -> decodeSignificance(plane, isRaw);
            default -> decodeRefinement(plane, isRaw);
        }
        if (style.resets()) {
            mq.resetContexts();
        }
    }

    private int readUniform(int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            value = value << 1 | mq.decode(MqStates.UNIFORM);
        }
        return value;
    }

    /** Samples with a significant neighbour. D.3.1. */
    private void decodeSignificance(int plane, boolean isRaw) {
        int[] all = flags.words();
        for (int y = 0; y < height; y += BlockFlags.STRIPE) {
            int mask = BlockFlags.rows(Math.min(BlockFlags.STRIPE, height - y));
            int at = flags.index(y);
            for (int x = 0; x < width; x++, at++) {
                int word = all[at];
                int candidates = BlockFlags.candidates(word) & mask;
                while (candidates != 0) {
                    int row = BlockFlags.firstRow(candidates);
                    int shift = 3 * row;
                    int surroundings = word >>> shift & BlockFlags.NEIGHBOURS;
                    word |= BlockFlags.VISITED << shift;
                    candidates &= candidates - 1;
                    if ((isRaw ? raw.read() : mq.decode(significances[surroundings])) != 0) {
                        all[at] = word;
                        setSignificant(at, row, (y + row) * width + x, plane, isRaw);
                        word = all[at];
                        candidates = BlockFlags.candidates(word) & mask & -2 << shift;
                    }
                }
                all[at] = word;
            }
        }
    }

    /** Samples that were significant before this plane. D.3.3. */
    private void decodeRefinement(int plane, boolean isRaw) {
        int[] all = flags.words();
        for (int y = 0; y < height; y += BlockFlags.STRIPE) {
            int at = flags.index(y);
            for (int x = 0; x < width; x++, at++) {
                int word = all[at];
                int refinable = BlockFlags.refinable(word);
                while (refinable != 0) {
                    int row = BlockFlags.firstRow(refinable);
                    int bit = isRaw ? raw.read() : mq.decode(refinementContext(word >>> 3 * row));
                    // Half a step up or down.
                    values[(y + row) * width + x] += (bit << 1) - 1 << plane;
                    word |= BlockFlags.REFINED << 3 * row;
                    refinable &= refinable - 1;
                }
                all[at] = word;
            }
        }
    }

    static int refinementContext(int sample) {
        if ((sample & BlockFlags.REFINED) != 0) {
            return MqStates.REFINEMENT + 2;
        }
        return (sample & BlockFlags.NEIGHBOURS) != 0 ? MqStates.REFINEMENT + 1 : MqStates.REFINEMENT;
    }

    /** All other samples, and runs of four. D.3.4. */
    private void decodeCleanup(int plane) {
        int[] all = flags.words();
        for (int y = 0; y < height; y += BlockFlags.STRIPE) {
            int rows = Math.min(BlockFlags.STRIPE, height - y);
            int mask = BlockFlags.rows(rows);
            int at = flags.index(y);
            for (int x = 0; x < width; x++, at++) {
                int word = all[at];
                int remaining = BlockFlags.remaining(word) & mask;
                if (word == 0 && rows == BlockFlags.STRIPE) {
                    if (mq.decode(MqStates.RUN) == 0) {
                        continue;
                    }
                    int row = readUniform(2);
                    setSignificant(at, row, (y + row) * width + x, plane, false);
                    word = all[at];
                    remaining &= -2 << 3 * row;
                }
                while (remaining != 0) {
                    int row = BlockFlags.firstRow(remaining);
                    remaining &= remaining - 1;
                    if (mq.decode(significances[word >>> 3 * row & BlockFlags.NEIGHBOURS]) != 0) {
                        setSignificant(at, row, (y + row) * width + x, plane, false);
                        word = all[at];
                    }
                }
                all[at] = word & ~BlockFlags.ANY_VISITED;
            }
        }
    }

    /** Reads the sign of a sample that has become significant. D.3.2. */
    private void setSignificant(int at, int row, int index, int plane, boolean isRaw) {
        int negative;
        if (isRaw) {
            negative = raw.read();
        } else {
            int sign = signs[flags.signSurroundings(at, row)];
            negative = mq.decode(sign & 0x7F) ^ sign >>> 31;
        }
        values[index] = negative << 31 | 3 << plane;
        flags.setSignificant(at, row, negative);
    }
}
