package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * How a component is transformed and cut. ITU-T T.800 A.6.1, table A.20.
 *
 * @param levels wavelet decompositions
 * @param blockWidthExponent base 2 logarithm of a code-block's width
 * @param blockHeightExponent the same of its height
 * @param blockStyle how blocks are coded
 * @param reversible the 5-3 transform, else the 9-7 transform
 * @param precincts for each resolution the logarithms of a precinct's width (lower half) and height
 */
record CodingStyle(
        int levels,
        int blockWidthExponent,
        int blockHeightExponent,
        BlockStyle blockStyle,
        boolean reversible,
        byte[] precincts) {
    private static final int MAXIMUM_LEVELS = 32;
    private static final int MAXIMUM_BLOCK_EXPONENT = 10;
    private static final int MAXIMUM_BLOCK_AREA_EXPONENT = 12;
    private static final byte WHOLE = (byte) 0xFF;

    /** Reads the parameters. */
    static CodingStyle read(CodestreamInput in, boolean withPrecincts) throws MalformedFrame, CodecUnavailable {
        int levels = in.readByte();
        int width = (in.readByte() & 15) + 2;
        int height = (in.readByte() & 15) + 2;
        BlockStyle style = new BlockStyle(in.readByte());
        int transform = in.readByte();
        boolean small = width <= MAXIMUM_BLOCK_EXPONENT
                && height <= MAXIMUM_BLOCK_EXPONENT
                && width + height <= MAXIMUM_BLOCK_AREA_EXPONENT;
        if (levels > MAXIMUM_LEVELS || !small || transform > 1) {
            throw new MalformedFrame("a coding style out of bounds");
        }
        if (style.mixed()) {
            throw new CodecUnavailable("JPEG 2000 with two kinds of code-blocks");
        }
        byte[] precincts = new byte[levels + 1];
        for (int i = 0; i <= levels; i++) {
            precincts[i] = withPrecincts ? (byte) in.readByte() : WHOLE;
            if (i > 0 && ((precincts[i] & 15) == 0 || (precincts[i] & 0xF0) == 0)) {
                throw new MalformedFrame("precincts too small for their subbands");
            }
        }
        return new CodingStyle(levels, width, height, style, transform == 1, precincts);
    }

    int precinctWidthExponent(int resolution) {
        return precincts[resolution] & 15;
    }

    int precinctHeightExponent(int resolution) {
        return precincts[resolution] >> 4 & 15;
    }
}
