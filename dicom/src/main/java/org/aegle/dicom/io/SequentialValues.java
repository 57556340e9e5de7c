package org.aegle.dicom.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.data.BulkData;

/**
 * Gives the values that a data set holds by reference in the order they lie in, through one stream as far as possible:
 * fragments are many, and opening an object may cost. A value that lies behind is found again from the start. One value
 * is read at a time. For one thread.
 */
public final class SequentialValues implements BulkDataSource, Closeable {
    /** Further than this, opening anew is cheaper than reading on. */
    private static final long NEAR = 1 << 20;

    private final Opener opener;
    private final long near;
    private InputStream in = InputStream.nullInputStream();
    private long position = Long.MAX_VALUE;

    /** Opens an object at any position. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens the object.
         *
         * @param offset position of the first byte wanted
         * @return a stream from there to the end
         */
        InputStream open(long offset) throws IOException;
    }

    private SequentialValues(Opener opener, long near) {
        this.opener = opener;
        this.near = near;
    }

    /** Values of an object that is cheap to open in its midst. */
    public static SequentialValues ofObject(Opener opener) {
        return new SequentialValues(opener, NEAR);
    }

    /** Values of a stream that has to be read from its first byte on. */
    public static SequentialValues ofStream(StreamSource source) {
        return new SequentialValues(offset -> skipped(source.open(), offset), Long.MAX_VALUE);
    }

    private static InputStream skipped(InputStream in, long offset) throws IOException {
        try {
            in.skipNBytes(offset);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public InputStream open(BulkData value) throws IOException {
        boolean ahead = value.offset() >= position && value.offset() - position <= near;
        if (!ahead) {
            close();
            in = opener.open(value.offset());
            position = value.offset();
        }
        in.skipNBytes(value.offset() - position);
        position = value.offset();
        return new Value(value.length());
    }

    @Override
    public void close() throws IOException {
        in.close();
        in = InputStream.nullInputStream();
        position = Long.MAX_VALUE;
    }

    /** The bytes of one value; closing it leaves the object open for the next. */
    private final class Value extends InputStream {
        private long left;

        Value(long length) {
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int count = left == 0 ? -1 : in.read(target, offset, (int) Math.min(left, length));
            if (count > 0) {
                left -= count;
                position += count;
            }
            return count;
        }
    }
}
