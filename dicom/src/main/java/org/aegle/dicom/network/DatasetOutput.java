package org.aegle.dicom.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Where the bytes of a data set go: fragments of P-DATA-TF PDUs, built in place and sent several at a time. */
public final class DatasetOutput extends OutputStream {
    private final PduOutput pdus;

    DatasetOutput(PduOutput pdus) {
        this.pdus = pdus;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        pdus.write(bytes, offset, length);
    }

    /** Sends all that a stream holds, read straight into the PDUs; the number of bytes. */
    public long transferFrom(InputStream in) throws IOException {
        return pdus.transferFrom(in);
    }
}
