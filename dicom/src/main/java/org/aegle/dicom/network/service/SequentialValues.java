package org.aegle.dicom.network.service;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.io.BulkDataSource;

/** Gives values by reference out of one pass over a data set, since they are asked for in their order. */
final class SequentialValues implements BulkDataSource, Closeable {
    private final DatasetSource source;
    private InputStream in = InputStream.nullInputStream();
    private long position = Long.MAX_VALUE;

    SequentialValues(DatasetSource source) {
        this.source = source;
    }

    @Override
    public InputStream open(BulkData value) throws IOException {
        if (value.offset() < position) {
            in.close();
            in = source.open();
            position = 0;
        }
        in.skipNBytes(value.offset() - position);
        position = value.offset();
        return new Value(value.length());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** One value; closing it leaves the data set open. */
    private final class Value extends FilterInputStream {
        private long left;

        Value(long length) {
            super(SequentialValues.this.in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = in.read(target, offset, (int) Math.min(length, left));
            if (count > 0) {
                left -= count;
                position += count;
            }
            return count;
        }

        @Override
        public void close() {}
    }
}
