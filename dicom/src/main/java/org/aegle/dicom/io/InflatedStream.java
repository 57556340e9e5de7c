package org.aegle.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates a deflated data set under the limits of ratio and size. PS3.5 A.5. */
final class InflatedStream extends InputStream {
    private static final int BLOCK = 16 << 10;
    private static final int RATIO_FROM = 1 << 20;

    private final Inflater inflater = new Inflater(true);
    private final byte[] block = new byte[BLOCK];
    private final InputStream in;
    private final long offset;
    private final ReadLimits limits;

    /** Inflates first the bytes at hand, then those of a stream. */
    InflatedStream(byte[] first, InputStream in, long offset, ReadLimits limits) {
        this.in = in;
        this.offset = offset;
        this.limits = limits;
        inflater.setInput(first);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            int count = 0;
            while (count == 0 && !inflater.finished()) {
                count = inflater.inflate(target, from, length);
                if (count == 0 && !inflater.finished() && !supply()) {
                    return -1;
                }
            }
            checkLimits();
            return count == 0 ? -1 : count;
        } catch (DataFormatException e) {
            throw new DicomParseException(
                    DicomParseException.Reason.MALFORMED, position(), "", "the deflated data set is broken");
        }
    }

    private boolean supply() throws IOException {
        if (inflater.needsDictionary()) {
            return false;
        }
        int count = in.read(block);
        if (count > 0) {
            inflater.setInput(block, 0, count);
        }
        return count >= 0;
    }

    private void checkLimits() throws DicomParseException {
        long out = inflater.getBytesWritten();
        if (out > limits.inflatedBytes()) {
            throw overLimit("inflatedBytes " + limits.inflatedBytes());
        }
        if (out > RATIO_FROM && out / limits.inflateRatio() > inflater.getBytesRead()) {
            throw overLimit("inflateRatio " + limits.inflateRatio());
        }
    }

    private DicomParseException overLimit(String limit) {
        return new DicomParseException(DicomParseException.Reason.OVER_LIMIT, position(), "", limit);
    }

    private long position() {
        return offset + inflater.getBytesWritten();
    }

    /** The deflated data ended with its last block. */
    boolean isFinished() {
        return inflater.finished();
    }

    /** Reads what follows the deflated data; the number of those bytes. A pad byte to an even length is usual. */
    long drain() throws IOException {
        long trailing = inflater.getRemaining();
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            trailing += count;
        }
        return trailing;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
