package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/** Reads packets one after the other. Not thread safe. ITU-T T.800 B.9, B.10. */
final class PacketReader {
    private static final int SOP = 0xFF91;
    private static final int EPH = 0xFF92;
    private static final int SOP_LENGTH = 6;
    private static final int MAXIMUM_PLANES = 74;

    private final CodestreamInput body;
    private final CodestreamInput headers;
    private final Parameters parameters;

    PacketReader(TileParts tile) {
        this.body = tile.body();
        this.headers = tile.hasPackedHeaders() ? tile.headers() : body;
        this.parameters = tile.parameters();
    }

    /** No more packets can follow. */
    boolean isAtEnd() {
        return headers.remaining() == 0;
    }

    /** The bytes that the blocks' stretches point into. */
    byte[] bytes() {
        return body.bytes();
    }

    /** Reads a packet of a precinct's next layer. */
    void read(Precinct precinct, BlockStyle style) throws MalformedFrame, CodecUnavailable {
        if (parameters.startMarkers() && body.remaining() >= SOP_LENGTH && nextIs(body, SOP)) {
            body.skip(SOP_LENGTH);
        }
        PacketBits bits = new PacketBits(headers);
        PacketBody contributions = new PacketBody(body);
        if (bits.readBit()) {
            for (Precinct.Band band : precinct.bands()) {
                for (int i = 0; i < band.blocks.length; i++) {
                    readBlockHeader(precinct.layers(), band, i, style, bits, contributions);
                }
            }
        }
        bits.align();
        if (parameters.endMarkers() && headers.remaining() >= 2 && nextIs(headers, EPH)) {
            headers.skip(2);
        }
        contributions.read();
        precinct.countLayer();
    }

    private static boolean nextIs(CodestreamInput in, int marker) {
        byte[] bytes = in.bytes();
        return ((bytes[in.position()] & 0xFF) << 8 | bytes[in.position() + 1] & 0xFF) == marker;
    }

    private void readBlockHeader(
            int layer, Precinct.Band band, int index, BlockStyle style, PacketBits bits, PacketBody contributions)
            throws MalformedFrame, CodecUnavailable {
        CodeBlock block = band.blocks[index];
        int x = index % band.width;
        int y = index / band.width;
        if (block.isIncluded()) {
            if (!bits.readBit()) {
                return;
            }
        } else {
            if (band.inclusion.read(x, y, layer + 1, bits) > layer) {
                return;
            }
            block.setZeroPlanes(readZeroPlanes(band.zeroPlanes, x, y, bits));
        }
        int passes = readPasses(bits);
        while (bits.readBit()) {
            block.addLengthBits(1);
        }
        new SegmentLengths(block, style).read(passes, bits, contributions);
    }

    private static int readZeroPlanes(TagTree tree, int x, int y, PacketBits bits) throws MalformedFrame {
        int threshold = 1;
        while (tree.read(x, y, threshold, bits) >= threshold) {
            threshold++;
            if (threshold > MAXIMUM_PLANES) {
                throw new MalformedFrame("a code-block without bit-planes");
            }
        }
        return threshold - 1;
    }

    /** T.800 table B.4. */
    private static int readPasses(PacketBits bits) throws MalformedFrame {
        if (!bits.readBit()) {
            return 1;
        }
        if (!bits.readBit()) {
            return 2;
        }
        int few = bits.read(2);
        if (few < 3) {
            return 3 + few;
        }
        int more = bits.read(5);
        return more < 31 ? 6 + more : 37 + bits.read(7);
    }
}
