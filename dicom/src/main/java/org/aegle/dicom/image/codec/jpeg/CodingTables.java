package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/** The tables that markers have defined so far. Not thread safe. ITU-T T.81 B.2.4. */
final class CodingTables {
    private static final int TABLES = 4;

    private final HuffmanTable[] dc = new HuffmanTable[TABLES];
    private final HuffmanTable[] ac = new HuffmanTable[TABLES];
    private final int[][] quantization = new int[TABLES][];

    /** Units of the scan between restart markers; 0 for none. */
    private int restartInterval;

    /** Takes the tables of a marker segment; other segments are left alone. */
    void read(int marker, CodestreamInput segment) throws MalformedFrame {
        switch (marker) {
            case Markers.DHT -> readHuffman(segment);
            case Markers.DQT -> readQuantization(segment);
            case Markers.DRI -> restartInterval = segment.readWord();
            default -> {}
        }
    }

    private void readHuffman(CodestreamInput in) throws MalformedFrame {
        while (in.remaining() > 0) {
            int place = in.readByte();
            HuffmanTable table = new HuffmanTable(in);
            (place >> 4 == 0 ? dc : ac)[place & TABLES - 1] = table;
        }
    }

    private void readQuantization(CodestreamInput in) throws MalformedFrame {
        while (in.remaining() > 0) {
            int place = in.readByte();
            int[] table = new int[Block.SIZE];
            for (int i = 0; i < Block.SIZE; i++) {
                table[Block.naturalIndex(i)] = place >> 4 == 0 ? in.readByte() : in.readWord();
            }
            quantization[place & TABLES - 1] = table;
        }
    }

    int restartInterval() {
        return restartInterval;
    }

    HuffmanTable dc(int number) throws MalformedFrame {
        return defined(dc[number]);
    }

    HuffmanTable ac(int number) throws MalformedFrame {
        return defined(ac[number]);
    }

    /** In rows, not in zigzag. */
    int[] quantization(int number) throws MalformedFrame {
        return defined(quantization[number]);
    }

    private static <T> T defined(T table) throws MalformedFrame {
        if (table == null) {
            throw new MalformedFrame("a JPEG table is used but nowhere defined");
        }
        return table;
    }
}
