package org.aegle.imaging.digitising;

import java.io.IOException;
import java.util.Optional;
import org.aegle.dicom.composition.BulkValue;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A file for the reader of PDF, which jumps within it as those of pictures do. */
final class RangedPdf implements RandomAccessRead {
    private final RangedInput input;
    private boolean closed;

    RangedPdf(BulkValue file) {
        input = new RangedInput(file);
    }

    Optional<IOException> fault() {
        return input.fault();
    }

    @Override
    public int read() throws IOException {
        return input.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return input.read(into, offset, length);
    }

    @Override
    public long getPosition() throws IOException {
        return input.getStreamPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        input.seek(Math.min(position, input.length()));
    }

    @Override
    public long length() {
        return input.length();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() throws IOException {
        return input.getStreamPosition() >= input.length();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            input.close();
        }
    }
}
