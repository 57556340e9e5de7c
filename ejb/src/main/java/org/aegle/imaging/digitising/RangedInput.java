package org.aegle.imaging.digitising;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.imageio.stream.ImageInputStreamImpl;
import org.aegle.dicom.composition.BulkValue;

/**
 * A file for the readers of pictures, which jump within it: one window of it is in memory, and nothing of it is on a disk
 * in the clear.
 */
final class RangedInput extends ImageInputStreamImpl {
    private static final int WINDOW = 256 << 10;

    private final BulkValue file;
    private byte[] window = new byte[0];
    private long windowStart;
    private Optional<IOException> fault = Optional.empty();

    RangedInput(BulkValue file) {
        this.file = file;
    }

    /** What kept the store from giving the file; anything else that goes wrong is the file's own doing. */
    Optional<IOException> fault() {
        return fault;
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!load()) {
            return -1;
        }
        int value = window[(int) (streamPos - windowStart)] & 0xFF;
        streamPos++;
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (!load()) {
            return -1;
        }
        int from = (int) (streamPos - windowStart);
        int count = Math.min(length, window.length - from);
        System.arraycopy(window, from, into, offset, count);
        streamPos += count;
        return count;
    }

    /** Makes the window hold the position; false behind the end. */
    private boolean load() throws IOException {
        if (streamPos >= windowStart && streamPos < windowStart + window.length) {
            return true;
        }
        if (streamPos >= file.length()) {
            return false;
        }
        // Aligned, since readers jump to and fro by a few bytes.
        windowStart = streamPos / WINDOW * WINDOW;
        int length = (int) Math.min(WINDOW, file.length() - windowStart);
        try (InputStream in = file.open(windowStart, length)) {
            window = in.readNBytes(length);
        } catch (IOException e) {
            fault = Optional.of(e);
            throw e;
        }
        return streamPos < windowStart + window.length;
    }
}
