package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/**
 * Reads how many bytes a packet brings of a block, for each codeword segment that it touches. ITU-T T.800 B.10.7, D.4.2,
 * D.6; T.814 B.2.
 */
final class SegmentLengths {
    /** Three passes of each plane but the first, which has one: four planes without bypass. */
    private static final int PASSES_BEFORE_BYPASS = 10;

    private static final int PASSES_OF_PLANE = 3;
    private static final int UNBOUND = Integer.MAX_VALUE;

    private final CodeBlock block;
    private final BlockStyle style;

    SegmentLengths(CodeBlock block, BlockStyle style) {
        this.block = block;
        this.style = style;
    }

    void read(int passes, PacketBits bits, PacketBody body) throws MalformedFrame, CodecUnavailable {
        int left = passes;
        if (style.highThroughput() && block.segmentCount() == 0) {
            left = readFirstHighThroughput(passes, bits, body);
        }
        while (left > 0) {
            if (block.segmentCount() == 0 || room() == 0) {
                block.beginSegment();
            }
            int count = Math.min(left, room());
            readLength(count, count, bits, body);
            left -= count;
        }
    }

    private void readLength(int coded, int counted, PacketBits bits, PacketBody body) throws MalformedFrame {
        int width = block.lengthBits() + Integer.SIZE - 1 - Integer.numberOfLeadingZeros(counted);
        if (width > Integer.SIZE - 1) {
            throw new MalformedFrame("a code-block of impossible length");
        }
        int length = bits.read(width);
        block.extendSegment(coded, length);
        body.announce(block, length);
    }

    /**
     * The cleanup pass of a high-throughput block is a segment of its own; passes before it are empty and each three of
     * them lower its plane by one.
     */
    private int readFirstHighThroughput(int passes, PacketBits bits, PacketBody body) throws MalformedFrame {
        int emptyPlanes = (passes - 1) / PASSES_OF_PLANE;
        block.setZeroPlanes(block.zeroPlanes() + emptyPlanes);
        block.beginSegment();
        readLength(1, 1 + emptyPlanes * PASSES_OF_PLANE, bits, body);
        return passes - 1 - emptyPlanes * PASSES_OF_PLANE;
    }

    /** Passes that the last segment can still take. */
    private int room() throws CodecUnavailable {
        int segment = block.segmentCount() - 1;
        int capacity = capacity(segment);
        return capacity == UNBOUND ? UNBOUND : capacity - block.segmentPasses(segment);
    }

    private int capacity(int segment) throws CodecUnavailable {
        if (style.highThroughput()) {
            if (segment > 1) {
                throw new CodecUnavailable("HTJ2K with several sets of passes in a block");
            }
            return segment == 0 ? 1 : PASSES_OF_PLANE - 1;
        }
        if (style.terminatesAll()) {
            return 1;
        }
        if (!style.bypass()) {
            return UNBOUND;
        }
        // Two raw passes, then one cleanup pass, by turns. T.800 table D.9.
        if (segment == 0) {
            return PASSES_BEFORE_BYPASS;
        }
        return segment % 2 == 1 ? 2 : 1;
    }
}
