package org.aegle.dicom.image.codec.jpeg2000;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Decodes high-throughput blocks: a cleanup pass, then at most one refinement of a plane. Not thread safe. T.814 7. */
final class HtDecoder implements BlockDecoder {
    private static final int LARGEST_SUFFIX = 4079;

    private final boolean causal;
    private int[] values = new int[0];

    HtDecoder(BlockStyle style) {
        this.causal = style.verticallyCausal();
    }

    @Override
    public int[] decode(CodeBlock block, Subband subband, byte[] codestream) throws MalformedFrame {
        int width = block.area.width();
        int height = block.area.height();
        if (values.length < width * height) {
            values = new int[width * height];
        }
        Arrays.fill(values, 0, width * height, 0);
        int plane = subband.planes() - block.zeroPlanes() - 1;
        boolean refined = block.segmentCount() > 1 && block.segmentLength(1) > 0;
        if (plane < (refined ? 1 : 0)) {
            throw new MalformedFrame("a code-block of more passes than bit-planes");
        }
        int length = block.segmentLength(0);
        if (length == 0) {
            return values;
        }
        byte[] data = new byte[block.length()];
        block.copyTo(data, codestream);
        decodeCleanup(data, length, width, height, plane);
        if (refined) {
            HtRefinement refinement = new HtRefinement(values, width, height, causal);
            refinement.decodeSignificance(new ForwardBits(data, length, data.length, 0), plane - 1);
            if (block.segmentPasses(1) > 1) {
                refinement.decodeMagnitudes(BackwardBits.ofRefinement(data, length, data.length), plane - 1);
            }
        }
        return values;
    }

    private void decodeCleanup(byte[] data, int length, int width, int height, int plane) throws MalformedFrame {
        int suffix = length < 2 ? 0 : (data[length - 1] & 0xFF) << 4 | data[length - 2] & 15;
        if (suffix < 2 || suffix > length || suffix > LARGEST_SUFFIX) {
            throw new MalformedFrame("a code-block whose segments overlap");
        }
        int start = length - suffix;
        MelDecoder events = new MelDecoder(data, start, length - 2);
        BackwardBits codes = BackwardBits.ofCleanup(data, start, length);
        QuadReader reader = new QuadReader(events, codes, width, height);
        new HtCleanup(new ForwardBits(data, 0, start, 0xFF), values, width, height, plane).decode(reader);
    }
}
