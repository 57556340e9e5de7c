package org.aegle.dicom.io;

import java.util.ArrayList;
import java.util.List;

/** Encapsulated frames, each of one or more fragments. PS3.5 A.4. */
record ListedFrames(List<List<ByteRange>> frames) implements FrameLayout {
    static final int KIND = 1;

    ListedFrames {
        frames = List.copyOf(frames);
    }

    @Override
    public int count() {
        return frames.size();
    }

    @Override
    public List<ByteRange> ranges(int index) {
        return frames.get(index);
    }

    @Override
    public byte[] cut(int index, byte[] bytes) {
        return bytes;
    }

    @Override
    public void write(VariableLengthNumbers.Output out) {
        out.write(KIND).write(frames.size());
        long end = 0;
        for (List<ByteRange> frame : frames) {
            out.write(frame.size());
            for (ByteRange range : frame) {
                out.writeSigned(range.offset() - end).write(range.length());
                end = range.end();
            }
        }
    }

    static ListedFrames read(VariableLengthNumbers.Input in, int mostRanges) {
        int count = in.readCount(mostRanges);
        List<List<ByteRange>> frames = new ArrayList<>(count);
        long end = 0;
        for (int i = 0; i < count; i++) {
            ByteRange[] ranges = new ByteRange[in.readCount(mostRanges)];
            for (int j = 0; j < ranges.length; j++) {
                ranges[j] = new ByteRange(end + in.readSigned(), in.read());
                end = ranges[j].end();
            }
            frames.add(List.of(ranges));
        }
        return new ListedFrames(frames);
    }
}
