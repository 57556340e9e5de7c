package org.aegle.dicomweb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that may have so many bytes and no more. Closing it leaves the stream behind it open. For one thread. */
final class MeteredStream extends FilterInputStream {
    private final long most;
    private long count;

    MeteredStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** Bytes that were read. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        count += Math.max(0, read);
        if (count > most) {
            throw new Exceeded();
        }
        return read;
    }

    @Override
    public void close() {
        // The parts behind this one are still to be read.
    }

    /** There are more bytes. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("more bytes than are taken");
        }
    }
}
