package org.aegle.dicom.io;

import java.util.List;

/** Native frames of equal length, each from a byte on. PS3.5 8.1.1. */
record EqualFrames(ByteRange first, int count) implements FrameLayout {
    static final int KIND = 0;

    /** No frames at all. */
    static final EqualFrames NONE = new EqualFrames(new ByteRange(0, 0), 0);

    @Override
    public List<ByteRange> ranges(int index) {
        return List.of(new ByteRange(first.offset() + index * first.length(), first.length()));
    }

    @Override
    public byte[] cut(int index, byte[] bytes) {
        return bytes;
    }

    @Override
    public void write(VariableLengthNumbers.Output out) {
        out.write(KIND).write(first.offset()).write(first.length()).write(count);
    }

    static EqualFrames read(VariableLengthNumbers.Input in, int mostFrames) {
        return new EqualFrames(new ByteRange(in.read(), in.read()), in.readCount(mostFrames));
    }
}
