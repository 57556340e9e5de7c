package org.aegle.imaging.arrival;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** Reads a zip as a stream and stops one that unpacks to more than an honest one would. Names in it are never used as paths. */
final class GuardedZip implements AutoCloseable {
    private static final int MOST_ENTRIES = 200_000;
    private static final int HIGHEST_RATIO = 200;
    private static final long FREE_BYTES = 16L << 20;

    private final BoundedInputStream packed;
    private final ZipInputStream zip;
    private final InputStream content;
    private int entries;
    private long unpacked;

    GuardedZip(InputStream bytes) throws IOException {
        packed = BoundedInputStream.builder().setInputStream(bytes).get();
        zip = new ZipInputStream(packed);
        content = new Counted(zip);
    }

    /** The next entry, or null after the last. */
    ZipEntry next() throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry != null && ++entries > MOST_ENTRIES) {
            throw new OverLimit("more than " + MOST_ENTRIES + " files");
        }
        return entry;
    }

    /** The bytes of the current entry. */
    InputStream content() {
        return content;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void count(int bytes) throws OverLimit {
        unpacked += Math.max(bytes, 0);
        if (unpacked > FREE_BYTES + HIGHEST_RATIO * packed.getCount()) {
            throw new OverLimit("unpacks to more than " + HIGHEST_RATIO + " times its size");
        }
    }

    /** More than the limits allow. */
    static final class OverLimit extends IOException {
        OverLimit(String message) {
            super(message);
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
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
            int count = super.read(bytes, offset, length);
            count(count);
            return count;
        }
    }
}
