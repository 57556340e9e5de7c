package org.aegle.dicom.image.codec.jpeg2000;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/**
 * A code-block: where it lies in its subband and what packets have brought of it, which is stretches of bytes, cut into
 * codeword segments of several passes. Not thread safe. ITU-T T.800 B.7, B.10.
 */
final class CodeBlock {
    private static final int FIRST_LENGTH_BITS = 3;
    private static final int[] NOTHING = {};

    final Area area;

    private int zeroPlanes;
    private int lengthBits = FIRST_LENGTH_BITS;
    private int passes;

    /** Offset and length of each stretch, by turns. */
    private int[] stretches = NOTHING;

    private int stretchCount;

    /** Passes and bytes of each segment, by turns. */
    private int[] segments = NOTHING;

    private int segmentCount;

    CodeBlock(Area area) {
        this.area = area;
    }

    boolean isIncluded() {
        return passes > 0;
    }

    /** Bit-planes above the first that is coded. */
    int zeroPlanes() {
        return zeroPlanes;
    }

    void setZeroPlanes(int count) {
        zeroPlanes = count;
    }

    int lengthBits() {
        return lengthBits;
    }

    /** Lengths take more bits from now on. */
    void addLengthBits(int count) throws MalformedFrame {
        lengthBits += count;
        if (lengthBits > Integer.SIZE - 1) {
            throw new MalformedFrame("a code-block of impossible length");
        }
    }

    int passes() {
        return passes;
    }

    int segmentCount() {
        return segmentCount;
    }

    int segmentPasses(int segment) {
        return segments[2 * segment];
    }

    int segmentLength(int segment) {
        return segments[2 * segment + 1];
    }

    /** Begins a codeword segment. */
    void beginSegment() {
        segments = grown(segments, 2 * segmentCount);
        segments[2 * segmentCount] = 0;
        segments[2 * segmentCount + 1] = 0;
        segmentCount++;
    }

    /** The last segment gets more passes and bytes. */
    void extendSegment(int morePasses, int bytes) {
        segments[2 * segmentCount - 2] += morePasses;
        segments[2 * segmentCount - 1] += bytes;
        passes += morePasses;
    }

    /** A stretch of the codestream belongs to the block. */
    void addStretch(int offset, int length) {
        stretches = grown(stretches, 2 * stretchCount);
        stretches[2 * stretchCount] = offset;
        stretches[2 * stretchCount + 1] = length;
        stretchCount++;
    }

    private static int[] grown(int[] values, int used) {
        return used < values.length ? values : Arrays.copyOf(values, Math.max(2, used * 2));
    }

    /** Bytes of all stretches. */
    int length() {
        int length = 0;
        for (int i = 0; i < stretchCount; i++) {
            length += stretches[2 * i + 1];
        }
        return length;
    }

    /** Copies the stretches side by side. */
    void copyTo(byte[] target, byte[] codestream) {
        int to = 0;
        for (int i = 0; i < stretchCount; i++) {
            System.arraycopy(codestream, stretches[2 * i], target, to, stretches[2 * i + 1]);
            to += stretches[2 * i + 1];
        }
    }
}
