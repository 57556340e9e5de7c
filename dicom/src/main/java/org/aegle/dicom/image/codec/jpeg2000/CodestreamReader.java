package org.aegle.dicom.image.codec.jpeg2000;

import java.util.TreeMap;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/**
 * Reads the marker segments of a codestream and sorts its tile-parts by tile. A codestream that ends within a tile-part
 * is read as far as it goes. Not thread safe. ITU-T T.800 Annex A.
 */
final class CodestreamReader {
    static final int SOC = 0xFF4F;
    static final int SIZ = 0xFF51;
    static final int SOT = 0xFF90;
    static final int SOD = 0xFF93;
    static final int EOC = 0xFFD9;

    private static final int PPM = 0xFF60;
    private static final int PPT = 0xFF61;
    private static final int POC = 0xFF5F;

    private final CodestreamInput in;
    private final ImageSize size;
    private final Parameters mainHeader;
    private final PackedHeaders packedHeaders = new PackedHeaders();
    private final TreeMap<Integer, TileParts> tiles = new TreeMap<>();

    /** Reads the size of the image, which is to be checked before the rest is read. */
    CodestreamReader(CodestreamInput in) throws FrameException {
        this.in = in;
        if (in.readWord() != SOC || in.readWord() != SIZ) {
            throw new MalformedFrame("no JPEG 2000 codestream");
        }
        this.size = ImageSize.read(segment());
        this.mainHeader = new Parameters(size.components().size());
    }

    ImageSize size() {
        return size;
    }

    /** Reads all headers; gives the tiles by their index. */
    TreeMap<Integer, TileParts> readTiles() throws FrameException {
        readMainHeader();
        int marker = SOT;
        while (marker == SOT) {
            readTilePart();
            marker = in.remaining() >= 2 ? in.readWord() : EOC;
        }
        return tiles;
    }

    /** Reads up to the first tile-part and no further. */
    Parameters readMainHeader() throws FrameException {
        for (int marker = in.readWord(); marker != SOT; marker = in.readWord()) {
            CodestreamInput segment = segment();
            if (marker == PPM) {
                packedHeaders.add(segment);
            } else {
                mainHeader.read(marker, segment);
            }
        }
        return mainHeader;
    }

    private CodestreamInput segment() throws MalformedFrame {
        int length = in.readWord();
        return in.readSlice(length - 2);
    }

    private void readTilePart() throws FrameException {
        int start = in.position() - 2;
        CodestreamInput header = segment();
        int index = header.readWord();
        long length = header.readNumber();
        if (index >= size.tiles()) {
            throw new MalformedFrame("a tile-part of a tile that is not there");
        }
        TileParts tile = tiles.computeIfAbsent(index, absent -> new TileParts(mainHeader));
        readPartHeader(tile);
        if (!packedHeaders.isEmpty()) {
            tile.addPackedHeaders(packedHeaders.next());
        }
        tile.endPart();
        int end = length == 0 ? endOfLast() : (int) Math.min(in.end(), start + length);
        tile.addBody(in.readSlice(end - in.position()));
    }

    private void readPartHeader(TileParts tile) throws FrameException {
        for (int marker = in.readWord(); marker != SOD; marker = in.readWord()) {
            CodestreamInput segment = segment();
            if (marker == PPT) {
                tile.addPackedHeaders(segment.readByte(), segment);
                continue;
            }
            if (marker == POC) {
                tile.beginProgressionChanges();
            }
            tile.parameters().read(marker, segment);
        }
    }

    /** The last tile-part may leave its length untold: it goes up to the end of the codestream. */
    private int endOfLast() {
        byte[] bytes = in.bytes();
        int end = in.end();
        // A frame of odd length has a byte more. PS3.5 A.4.
        int padded = end - 1 > in.position() && bytes[end - 1] == 0 ? end - 1 : end;
        boolean marked =
                padded - 2 >= in.position() && bytes[padded - 2] == (byte) 0xFF && bytes[padded - 1] == (byte) 0xD9;
        return marked ? padded - 2 : end;
    }
}
