package org.aegle.dicom.io;

import java.util.Arrays;
import java.util.List;

/**
 * Native frames one bit behind the other: the last byte of a frame may hold the first bits of the next. In big endian
 * words the bits are those of the word, the lowest first. PS3.5 8.1.1, 8.2.
 *
 * @param offset position of the first frame's first byte
 * @param bits bits of a frame
 * @param count number of frames
 * @param wordLength 2 where the bits lie in big endian words, else 1
 */
record PackedFrames(long offset, long bits, int count, int wordLength) implements FrameLayout {
    static final int KIND = 2;

    PackedFrames {
        boolean words = wordLength == 1 || wordLength == 2;
        if (offset < 0 || bits < 1 || count < 0 || !words) {
            throw new IllegalArgumentException("no packed frames");
        }
        Math.addExact(offset, Math.multiplyExact(bits, count));
    }

    private long unit() {
        return (long) wordLength * Byte.SIZE;
    }

    @Override
    public List<ByteRange> ranges(int index) {
        long first = index * bits / unit();
        long end = ((index + 1) * bits + unit() - 1) / unit();
        return List.of(new ByteRange(offset + first * wordLength, (end - first) * wordLength));
    }

    @Override
    public byte[] cut(int index, byte[] bytes) {
        byte[] ordered = bytes.clone();
        ByteOrders.turn(ordered, wordLength);
        int firstBit = (int) (index * bits % unit());
        byte[] frame = shifted(ordered, firstBit);
        ByteOrders.turn(frame, wordLength);
        return frame;
    }

    /** From a bit on, in whole words, what lies behind the frame cleared. */
    private byte[] shifted(byte[] bytes, int firstBit) {
        int length = Math.toIntExact((bits + 7) / 8);
        byte[] frame = new byte[length + (wordLength - length % wordLength) % wordLength];
        int from = firstBit / Byte.SIZE;
        int shift = firstBit % Byte.SIZE;
        byte[] there = Arrays.copyOfRange(bytes, from, from + length + 1);
        for (int i = 0; i < length; i++) {
            frame[i] = (byte) ((there[i] & 0xFF | (there[i + 1] & 0xFF) << Byte.SIZE) >> shift);
        }
        int used = (int) (bits % Byte.SIZE);
        if (used > 0) {
            frame[length - 1] &= (byte) ((1 << used) - 1);
        }
        return frame;
    }

    @Override
    public void write(VariableLengthNumbers.Output out) {
        out.write(KIND).write(offset).write(bits).write(count).write(wordLength);
    }

    static PackedFrames read(VariableLengthNumbers.Input in, int mostFrames) {
        return new PackedFrames(in.read(), in.read(), in.readCount(mostFrames), in.readCount(2));
    }
}
