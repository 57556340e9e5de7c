package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/** A Huffman table; short codes are found in one step. Immutable. ITU-T T.81 Annex C and F.2.2.3. */
final class HuffmanTable {
    private static final int MAXIMUM_LENGTH = 16;
    private static final int FAST = 9;
    /** A code and the bits that follow it. */
    private static final int WHOLE_SYMBOL = 32;

    /** By the next nine bits: length of the code in the upper byte, value in the lower; 0 for longer codes. */
    private final short[] fast = new short[1 << FAST];
    /** For each length the code after its last one, counted from the left in 16 bits. */
    private final int[] ends = new int[MAXIMUM_LENGTH + 1];
    /** For each length the place of its first value less its first code. */
    private final int[] offsets = new int[MAXIMUM_LENGTH + 1];

    private final byte[] values;

    /**
     * Reads a table.
     *
     * @throws MalformedFrame when its codes do not form a tree
     */
    HuffmanTable(CodestreamInput in) throws MalformedFrame {
        int[] counts = new int[MAXIMUM_LENGTH + 1];
        int total = 0;
        for (int length = 1; length <= MAXIMUM_LENGTH; length++) {
            counts[length] = in.readByte();
            total += counts[length];
        }
        if (total > 1 << Byte.SIZE) {
            throw new MalformedFrame("a Huffman table of " + total + " codes");
        }
        values = new byte[total];
        for (int i = 0; i < total; i++) {
            values[i] = (byte) in.readByte();
        }
        int code = 0;
        int index = 0;
        for (int length = 1; length <= MAXIMUM_LENGTH; length++) {
            offsets[length] = index - code;
            fillFast(length, code, counts[length]);
            code += counts[length];
            index += counts[length];
            if (code > 1 << length) {
                throw new MalformedFrame("a Huffman table has more codes than bits");
            }
            ends[length] = code << MAXIMUM_LENGTH - length;
            code <<= 1;
        }
    }

    private void fillFast(int length, int firstCode, int count) throws MalformedFrame {
        if (length > FAST) {
            return;
        }
        if (firstCode + count > 1 << length) {
            throw new MalformedFrame("a Huffman table has more codes than bits");
        }
        int width = 1 << FAST - length;
        for (int code = firstCode; code < firstCode + count; code++) {
            short entry = (short) (length << Byte.SIZE | values[code + offsets[length]] & 0xFF);
            for (int i = 0; i < width; i++) {
                fast[code * width + i] = entry;
            }
        }
    }

    /** Reads a value; up to 16 bits thereafter can be read without asking whether they are there. */
    int decode(ScanBits bits) throws MalformedFrame {
        bits.require(WHOLE_SYMBOL);
        int entry = fast[bits.peek(FAST)];
        if (entry != 0) {
            bits.skip(entry >> Byte.SIZE);
            return entry & 0xFF;
        }
        return decodeLong(bits);
    }

    private int decodeLong(ScanBits bits) throws MalformedFrame {
        int next = bits.peek(MAXIMUM_LENGTH);
        for (int length = FAST + 1; length <= MAXIMUM_LENGTH; length++) {
            if (next < ends[length]) {
                bits.skip(length);
                return values[(next >> MAXIMUM_LENGTH - length) + offsets[length]] & 0xFF;
            }
        }
        throw new MalformedFrame("a code that is in no Huffman table");
    }
}
