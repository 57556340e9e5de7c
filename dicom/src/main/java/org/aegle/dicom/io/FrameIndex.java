package org.aegle.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * Where each frame of an object lies in its stream, so that a frame is one ranged read; made on receipt and kept in a
 * few bytes. A frame of native pixel data is one range, one of encapsulated pixel data a range for each of its
 * fragments. Video has one entry, the whole stream, since its frames cannot be cut apart. PS3.5 8, PS3.18 10.4.1.1.6.
 *
 * <p>Native frames of single bits may begin within a byte. {@link #read} gives every frame by itself; who reads the
 * ranges on his own has {@link #cut} part it from its neighbours.
 *
 * <p>Offsets are those of {@link DicomObject}: in a deflated object they count inflated bytes.
 */
public final class FrameIndex {
    private static final int VERSION = 1;
    private static final int MAXIMUM_FRAMES = 1 << 24;

    private final FrameLayout layout;
    private final List<Finding> findings;

    FrameIndex(FrameLayout layout, List<Finding> findings) {
        this.layout = layout.count() == 0 ? EqualFrames.NONE : layout;
        this.findings = List.copyOf(findings);
    }

    /** The frames of an object that was read; none when it has no pixel data. */
    public static FrameIndex of(DicomObject object) {
        return new FrameIndexer(object).index();
    }

    /** The number of frames that lie in the stream. */
    public int frameCount() {
        return layout.count();
    }

    /**
     * The bytes in which a frame lies, to be read in this order and given to {@link #cut}.
     *
     * @param number frame number, counted from 1 as the standard does
     * @throws IndexOutOfBoundsException when there is no such frame
     */
    public List<ByteRange> frame(int number) {
        return layout.ranges(indexOf(number));
    }

    /** Bytes in which a frame lies; numbers count from 1. */
    public long frameLength(int number) {
        return frame(number).stream().mapToLong(ByteRange::length).sum();
    }

    /**
     * A frame by itself: the bytes as they are or, where frames do not begin at a byte, moved so that its first pixel is
     * the lowest bit of the first byte, with the bits behind the last pixel cleared. PS3.5 8.1.1.
     *
     * @param number counted from 1
     * @param bytes those of its ranges, joined
     */
    public byte[] cut(int number, byte[] bytes) {
        if (bytes.length != frameLength(number)) {
            throw new IllegalArgumentException(bytes.length + " bytes for a frame in " + frameLength(number));
        }
        return layout.cut(indexOf(number), bytes);
    }

    /**
     * Reads a frame by itself.
     *
     * @param number counted from 1
     * @param source gives the object's bytes
     * @throws IOException when they cannot be read, or fill no array
     */
    public byte[] read(int number, RangeSource source) throws IOException {
        if (frameLength(number) > Integer.MAX_VALUE - 8) {
            throw new IOException("frame " + number + " is beyond 2 GiB");
        }
        List<ByteRange> ranges = frame(number);
        if (ranges.size() == 1) {
            return cut(number, bytes(ranges.get(0), source));
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (ByteRange range : ranges) {
            frame.writeBytes(bytes(range, source));
        }
        return cut(number, frame.toByteArray());
    }

    private static byte[] bytes(ByteRange range, RangeSource source) throws IOException {
        try (InputStream in = source.open(range)) {
            byte[] bytes = new byte[(int) range.length()];
            if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                throw new EOFException("the stream ends within a frame");
            }
            return bytes;
        }
    }

    private int indexOf(int number) {
        return Objects.checkIndex(number - 1, frameCount());
    }

    /** Where number of frames and pixel data disagree. Not part of {@link #toBytes}. */
    public List<Finding> findings() {
        return findings;
    }

    /** A compact form to be stored: some ten bytes for native pixel data, some four for each fragment. */
    public byte[] toBytes() {
        VariableLengthNumbers.Output out = new VariableLengthNumbers.Output();
        out.write(VERSION);
        layout.write(out);
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
        int kind = in.readCount(PackedFrames.KIND);
        FrameLayout layout =
                switch (kind) {
                    case EqualFrames.KIND -> EqualFrames.read(in, MAXIMUM_FRAMES);
                    case PackedFrames.KIND -> PackedFrames.read(in, MAXIMUM_FRAMES);
                    default -> ListedFrames.read(in, bytes.length);
                };
        return new FrameIndex(layout, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameIndex index && index.layout.equals(layout);
    }

    @Override
    public int hashCode() {
        return layout.hashCode();
    }
}
