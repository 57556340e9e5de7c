package org.aegle.dicom.network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads PDUs from a connection. Long payloads go straight from the socket into the reader's array. It notes how long it
 * waits for the peer, summed up over a PDU, so that one that sends byte by byte is found out. One thread reads; any may
 * ask for the waiting time.
 */
final class PduInput {
    private static final int BUFFER = 64 << 10;
    private static final int HEADER = 6;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private int type;
    private long length;
    private long waited;
    private volatile long waitingSince;

    PduInput(InputStream in) {
        this.in = in;
    }

    /** Reads the header of the next PDU; false when the stream ends before. */
    boolean next() throws IOException {
        waited = 0;
        while (to - from < HEADER) {
            if (!fill()) {
                return false;
            }
        }
        type = buffer[from] & 0xFF;
        from += 2;
        length = number32() & 0xFFFF_FFFFL;
        return true;
    }

    /** First byte of the PDU. */
    int type() {
        return type;
    }

    /** Bytes that follow the header. */
    long length() {
        return length;
    }

    int number8() throws IOException {
        ensure(1);
        return buffer[from++] & 0xFF;
    }

    int number32() throws IOException {
        ensure(4);
        int value = (buffer[from] & 0xFF) << 24
                | (buffer[from + 1] & 0xFF) << 16
                | (buffer[from + 2] & 0xFF) << 8
                | buffer[from + 3] & 0xFF;
        from += 4;
        return value;
    }

    private void ensure(int count) throws IOException {
        while (to - from < count) {
            if (!fill()) {
                throw new EOFException("the connection ends within a PDU");
            }
        }
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int count = receive(buffer, to, BUFFER - to);
        if (count > 0) {
            to += count;
        }
        return count > 0;
    }

    private int receive(byte[] target, int offset, int count) throws IOException {
        long start = System.nanoTime() - waited;
        waitingSince = start == 0 ? 1 : start;
        try {
            return in.read(target, offset, count);
        } finally {
            waitingSince = 0;
            waited = System.nanoTime() - start;
        }
    }

    /** Some bytes of the PDU, one at least. */
    int read(byte[] target, int offset, int count) throws IOException {
        if (from == to) {
            if (count >= BUFFER / 2) {
                return checked(receive(target, offset, count));
            }
            ensure(1);
        }
        int ready = Math.min(count, to - from);
        System.arraycopy(buffer, from, target, offset, ready);
        from += ready;
        return ready;
    }

    private static int checked(int count) throws EOFException {
        if (count < 0) {
            throw new EOFException("the connection ends within a PDU");
        }
        return count;
    }

    /** The whole body; memory grows with what is really there. */
    byte[] body() throws IOException {
        int size = Math.toIntExact(length);
        byte[] body = new byte[Math.min(size, BUFFER)];
        int count = 0;
        while (count < size) {
            if (count == body.length) {
                body = Arrays.copyOf(body, (int) Math.min(size, body.length * 2L));
            }
            count += read(body, count, body.length - count);
        }
        return body;
    }

    void discard(long count) throws IOException {
        long left = count;
        while (left > 0) {
            ensure(1);
            int ready = (int) Math.min(left, to - from);
            from += ready;
            left -= ready;
        }
    }

    /** Reads to the end of the stream, whatever comes. */
    void discardAll() throws IOException {
        do {
            from = to;
        } while (fill());
    }

    /** Nanoseconds that the reader has been waiting for the peer in this PDU; 0 when it does not wait. */
    long waiting() {
        long since = waitingSince;
        return since == 0 ? 0 : System.nanoTime() - since;
    }
}
