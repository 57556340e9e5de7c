package org.aegle.dicom.image;

/** Expands palettes told by discrete, linear and indirect segments. PS3.3 C.7.9.2. */
final class SegmentedPalette {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final byte[] data;
    private final int width;
    private final int[] entries;
    private int count;

    private SegmentedPalette(byte[] data, int width, int size) {
        this.data = data;
        this.width = width;
        this.entries = new int[size];
    }

    /** The table's data as two bytes for each entry, little endian. */
    static byte[] expand(byte[] data, int[] descriptor) throws FrameException {
        int size = LookupTable.entryCount(descriptor);
        SegmentedPalette palette = new SegmentedPalette(data, descriptor[2] > 8 ? 2 : 1, size);
        palette.readSegments(0, Integer.MAX_VALUE, true);
        byte[] bytes = new byte[size * 2];
        for (int i = 0; i < size; i++) {
            bytes[2 * i] = (byte) palette.entries[i];
            bytes[2 * i + 1] = (byte) (palette.entries[i] >> 8);
        }
        return bytes;
    }

    /** Reads segments from a byte on; the answer is the byte behind the last. */
    private int readSegments(int from, int segments, boolean mayRefer) throws FrameException {
        int at = from;
        for (int i = 0; i < segments && at + 2 * width <= data.length && count < entries.length; i++) {
            int opcode = number(at);
            int length = number(at + width);
            at += 2 * width;
            if (opcode == DISCRETE) {
                at = readDiscrete(at, length);
            } else if (opcode == LINEAR && count > 0) {
                appendLinear(number(at), length);
                at += width;
            } else if (opcode == INDIRECT && mayRefer) {
                int target = number(at) | number(at + width) << 8 * width;
                readSegments(checked(target), length, false);
                at += 2 * width;
            } else {
                throw new FrameException.MalformedFrame("the palette has a segment without sense");
            }
        }
        return at;
    }

    private int readDiscrete(int from, int length) throws FrameException {
        int at = from;
        for (int i = 0; i < length; i++, at += width) {
            append(number(at));
        }
        return at;
    }

    private void appendLinear(int target, int length) {
        int start = entries[count - 1];
        for (int i = 1; i <= length; i++) {
            append(Math.round(start + (float) (target - start) * i / length));
        }
    }

    private void append(int entry) {
        if (count < entries.length) {
            entries[count++] = entry;
        }
    }

    private int number(int at) throws FrameException {
        int last = checked(at + width - 1);
        return width == 1 ? data[last] & 0xFF : data[last - 1] & 0xFF | (data[last] & 0xFF) << 8;
    }

    private int checked(int at) throws FrameException {
        if (at < 0 || at >= data.length) {
            throw new FrameException.MalformedFrame("the palette is cut off");
        }
        return at;
    }
}
