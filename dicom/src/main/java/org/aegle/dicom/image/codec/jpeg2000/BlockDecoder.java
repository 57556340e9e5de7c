package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Decodes the coefficients of code-blocks one after the other. Not thread safe. */
interface BlockDecoder {
    /**
     * Decodes a block.
     *
     * @param block what packets brought, one pass or more
     * @param subband where it belongs
     * @param codestream what its stretches point into
     * @return row by row the sign in the highest bit and the magnitude, doubled, with the middle of what is not told
     *     added; overwritten by the next block
     */
    int[] decode(CodeBlock block, Subband subband, byte[] codestream) throws MalformedFrame;
}
