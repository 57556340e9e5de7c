package org.aegle.dicom.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where each frame of an object lies in its stream, so that a frame is one ranged read; made on receipt and kept in a
 * few bytes. A frame of native pixel data is one range, one of encapsulated pixel data a range for each of its
 * fragments. Video has one entry, the whole stream, since its frames cannot be cut apart. PS3.5 8, PS3.18 10.4.1.1.6.
 *
 * <p>Offsets are those of {@link DicomObject}: in a deflated object they count inflated bytes.
 */
public final class FrameIndex {
    private static final int VERSION = 1;
    private static final int EQUAL_FRAMES = 0;
    private static final int LISTED_FRAMES = 1;
    private static final int MAXIMUM_FRAMES = 1 << 24;

    private final ByteRange first;
    private final int equalFrames;
    private final List<List<ByteRange>> listed;
    private final List<Finding> findings;

    private FrameIndex(ByteRange first, int equalFrames, List<List<ByteRange>> listed, List<Finding> findings) {
        this.first = first;
        this.equalFrames = equalFrames;
        this.listed = listed;
        this.findings = List.copyOf(findings);
    }

    /** Frames of equal length side by side. */
    static FrameIndex equalFrames(ByteRange first, int count, List<Finding> findings) {
        return new FrameIndex(first, count, List.of(), findings);
    }

    /** Frames listed one by one. */
    static FrameIndex listed(List<List<ByteRange>> frames, List<Finding> findings) {
        return new FrameIndex(new ByteRange(0, 0), 0, List.copyOf(frames), findings);
    }

    /** The frames of an object that was read; none when it has no pixel data. */
    public static FrameIndex of(DicomObject object) {
        return new FrameIndexer(object).index();
    }

    /** The number of frames that lie in the stream. */
    public int frameCount() {
        return listed.isEmpty() ? equalFrames : listed.size();
    }

    /**
     * The bytes of a frame, to be read in this order.
     *
     * @param number frame number, counted from 1 as the standard does
     * @throws IndexOutOfBoundsException when there is no such frame
     */
    public List<ByteRange> frame(int number) {
        int index = Objects.checkIndex(number - 1, frameCount());
        if (!listed.isEmpty()) {
            return listed.get(index);
        }
        return List.of(new ByteRange(first.offset() + index * first.length(), first.length()));
    }

    /** Bytes of a frame; numbers count from 1. */
    public long frameLength(int number) {
        return frame(number).stream().mapToLong(ByteRange::length).sum();
    }

    /** Where number of frames and pixel data disagree. Not part of {@link #toBytes}. */
    public List<Finding> findings() {
        return findings;
    }

    /** A compact form to be stored: some ten bytes for native pixel data, some four for each fragment. */
    public byte[] toBytes() {
        VariableLengthNumbers.Output out = new VariableLengthNumbers.Output();
        out.write(VERSION);
        if (listed.isEmpty()) {
            out.write(EQUAL_FRAMES).write(first.offset()).write(first.length()).write(equalFrames);
            return out.toBytes();
        }
        out.write(LISTED_FRAMES).write(listed.size());
        long end = 0;
        for (List<ByteRange> frame : listed) {
            out.write(frame.size());
            for (ByteRange range : frame) {
                out.writeSigned(range.offset() - end).write(range.length());
                end = range.end();
            }
        }
        return out.toBytes();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are not of that form
     */
    public static FrameIndex fromBytes(byte[] bytes) {
        try {
            return parse(bytes);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a range beyond 64 bits", e);
        }
    }

    private static FrameIndex parse(byte[] bytes) {
        VariableLengthNumbers.Input in = new VariableLengthNumbers.Input(bytes);
        if (in.read() != VERSION) {
            throw new IllegalArgumentException("no frame index of version " + VERSION);
        }
        if (in.read() == EQUAL_FRAMES) {
            ByteRange first = new ByteRange(in.read(), in.read());
            return equalFrames(first, in.readCount(MAXIMUM_FRAMES), List.of());
        }
        int count = in.readCount(bytes.length);
        List<List<ByteRange>> frames = new ArrayList<>(count);
        long end = 0;
        for (int i = 0; i < count; i++) {
            ByteRange[] ranges = new ByteRange[in.readCount(bytes.length)];
            for (int j = 0; j < ranges.length; j++) {
                ranges[j] = new ByteRange(end + in.readSigned(), in.read());
                end = ranges[j].end();
            }
            frames.add(List.of(ranges));
        }
        return listed(frames, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameIndex index
                && index.first.equals(first)
                && index.equalFrames == equalFrames
                && index.listed.equals(listed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, equalFrames, listed);
    }
}
