package org.aegle.dicom.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads a zip as a stream, entry by entry, and stops one that unpacks to more than an honest one would. The names in it
 * are never used as paths. For one thread.
 */
public final class BoundedZip implements AutoCloseable {
    private final FileSetLimits limits;
    private final Packed packed;
    private final ZipInputStream zip;
    private final InputStream content;
    private int entries;
    private long unpacked;

    /** Reads from the first byte of a zip on. */
    public BoundedZip(InputStream in, FileSetLimits limits) {
        this.limits = limits;
        this.packed = new Packed(in);
        this.zip = new ZipInputStream(packed);
        this.content = new Unpacked(zip);
    }

    /**
     * The next entry; empty after the last.
     *
     * @throws FileSetOverLimit when there are too many
     */
    public Optional<ZipEntry> next() throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry != null && ++entries > limits.files()) {
            throw new FileSetOverLimit("files " + limits.files());
        }
        return Optional.ofNullable(entry);
    }

    /** The bytes of the current entry; reading throws {@link FileSetOverLimit}. Closing it does nothing. */
    public InputStream content() {
        return content;
    }

    /** Reads what is left of the current entry, so that its bytes count too. */
    void finishEntry() throws IOException {
        byte[] block = new byte[8192];
        while (content.read(block, 0, block.length) >= 0) {
            continue;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void count(int bytes) throws FileSetOverLimit {
        unpacked += Math.max(bytes, 0);
        if (unpacked > limits.freeBytes() + limits.ratio() * packed.count) {
            throw new FileSetOverLimit("ratio " + limits.ratio());
        }
        if (unpacked > limits.bytes()) {
            throw new FileSetOverLimit("bytes " + limits.bytes());
        }
    }

    private static final class Packed extends FilterInputStream {
        private long count;

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }

    private final class Unpacked extends FilterInputStream {
        Unpacked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        @Override
        public long skip(long length) throws IOException {
            byte[] block = new byte[(int) Math.min(8192, Math.max(0, length))];
            return block.length == 0 ? 0 : Math.max(0, read(block, 0, block.length));
        }

        @Override
        public void close() {
            // The zip goes on behind this entry.
        }
    }
}
