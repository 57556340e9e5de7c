package org.aegle.dicom.composition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that lie somewhere and can be read more than once. */
public interface BulkValue {
    /** Bytes in all. */
    long length();

    /**
     * Opens a range, which must lie within the value.
     *
     * @throws IOException when it cannot be read
     */
    InputStream open(long offset, long length) throws IOException;

    /** The first bytes, at most as many as asked for. */
    default byte[] start(int count) throws IOException {
        int bytes = (int) Math.min(count, length());
        try (InputStream in = open(0, bytes)) {
            return in.readNBytes(bytes);
        }
    }

    /** Bytes in memory; the array is kept. */
    static BulkValue of(byte[] bytes) {
        return new BulkValue() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open(long offset, long length) {
                return new ByteArrayInputStream(bytes, (int) offset, (int) length);
            }
        };
    }
}
