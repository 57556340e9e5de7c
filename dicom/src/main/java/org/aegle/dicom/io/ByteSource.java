package org.aegle.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads a stream forward, looks a little ahead and counts. Passing over bytes reads them, since the stream may be one
 * that stores or digests what goes through it.
 */
final class ByteSource {
    private static final int LOOK_AHEAD = 8 << 10;
    private static final int BLOCK = 64 << 10;

    private final byte[] buffer = new byte[LOOK_AHEAD];
    private InputStream in;
    private byte[] scratch;
    private long start;
    private int from;
    private int to;

    ByteSource(InputStream in) {
        this.in = in;
    }

    /** Position of the next byte, counted from the start of the stream. */
    long position() {
        return start + from;
    }

    /** At least so many bytes (at most 8 KiB) can be looked at; false when the stream ends before. */
    boolean has(int length) throws IOException {
        while (to - from < length) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            start += from;
            to -= from;
            from = 0;
        }
        int count = in.read(buffer, to, buffer.length - to);
        if (count > 0) {
            to += count;
        }
        return count >= 0;
    }

    /** Bytes that can be looked at without reading. */
    int buffered() {
        return to - from;
    }

    /** A byte ahead; {@link #has} must have promised it. */
    int peek(int ahead) {
        return buffer[from + ahead] & 0xFF;
    }

    int peekShort(int ahead, boolean bigEndian) {
        int low = peek(bigEndian ? ahead + 1 : ahead);
        return low | peek(bigEndian ? ahead : ahead + 1) << 8;
    }

    /** A tag ahead: group, then element. */
    int peekTag(int ahead, boolean bigEndian) {
        return peekShort(ahead, bigEndian) << 16 | peekShort(ahead + 2, bigEndian);
    }

    /** An unsigned number of 32 bits ahead. */
    long peekInt(int ahead, boolean bigEndian) {
        int first = peekShort(ahead, bigEndian);
        int second = peekShort(ahead + 2, bigEndian);
        return (bigEndian ? (long) first << 16 | second : (long) second << 16 | first) & 0xFFFF_FFFFL;
    }

    /** Passes over bytes that {@link #has} promised. */
    void advance(int length) {
        from += length;
    }

    /** Reads a value; the answer is shorter when the stream ends before. Memory grows with what is really there. */
    byte[] read(int length) throws IOException {
        byte[] value = new byte[Math.min(length, BLOCK)];
        int count = 0;
        while (count < length) {
            if (count == value.length) {
                value = Arrays.copyOf(value, (int) Math.min(length, value.length * 2L));
            }
            int more = readSome(value, count, value.length - count);
            if (more < 0) {
                return Arrays.copyOf(value, count);
            }
            count += more;
        }
        return value;
    }

    private int readSome(byte[] target, int offset, int length) throws IOException {
        if (from < to) {
            int count = Math.min(length, to - from);
            System.arraycopy(buffer, from, target, offset, count);
            from += count;
            return count;
        }
        int count = in.read(target, offset, length);
        if (count > 0) {
            start += count;
        }
        return count;
    }

    /** Passes over bytes; the answer is less when the stream ends before. */
    long skip(long length) throws IOException {
        long left = length;
        int ready = (int) Math.min(left, to - from);
        from += ready;
        left -= ready;
        while (left > 0) {
            int count = in.read(scratch(), 0, (int) Math.min(left, BLOCK));
            if (count < 0) {
                return length - left;
            }
            start += count;
            left -= count;
        }
        return length;
    }

    private byte[] scratch() {
        if (scratch == null) {
            scratch = new byte[BLOCK];
        }
        return scratch;
    }

    /** Reads to the end of the stream; true when all that was left is zero. */
    boolean drainZeros() throws IOException {
        boolean zeros = true;
        while (has(1)) {
            for (int i = from; i < to; i++) {
                zeros &= buffer[i] == 0;
            }
            from = to;
        }
        return zeros;
    }

    /** From here on the stream is deflated; positions count the inflated bytes from here on. */
    InflatedStream inflate(ReadLimits limits) {
        InflatedStream inflated = new InflatedStream(Arrays.copyOfRange(buffer, from, to), in, position(), limits);
        start = position();
        from = 0;
        to = 0;
        in = inflated;
        return inflated;
    }
}
