package org.aegle.dicom.deidentify;

import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.io.BulkDataSource;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;

/**
 * Gives the long values of an object in the order they lie in, through one stream as far as possible: fragments are many
 * and opening an object may cost. One thread.
 */
final class SequentialValues implements BulkDataSource, AutoCloseable {
    private static final long NEAR = 1 << 20;

    private final ObjectSource source;
    private final DicomReader reader;
    private final DicomObject object;
    private InputStream in;
    private long position;

    SequentialValues(ObjectSource source, DicomReader reader, DicomObject object) {
        this.source = source;
        this.reader = reader;
        this.object = object;
    }

    @Override
    public InputStream open(BulkData value) throws IOException {
        boolean deflated = object.transferSyntax().deflated();
        boolean ahead = in != null && value.offset() >= position;
        if (!ahead || !deflated && value.offset() - position > NEAR) {
            close();
            in = deflated ? reader.inflated(source.open(0), object.datasetOffset()) : source.open(value.offset());
            position = deflated ? 0 : value.offset();
        }
        in.skipNBytes(value.offset() - position);
        position = value.offset();
        return new Part(value.length());
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }

    /** The bytes of one value; closing it leaves the object open for the next. */
    private final class Part extends InputStream {
        private long left;

        Part(long length) {
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int count = left == 0 ? -1 : in.read(bytes, offset, (int) Math.min(left, length));
            if (count > 0) {
                left -= count;
                position += count;
            }
            return count;
        }
    }
}
