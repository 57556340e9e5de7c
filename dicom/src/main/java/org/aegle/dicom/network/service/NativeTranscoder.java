package org.aegle.dicom.network.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.TransferSyntax;

/**
 * Rewrites data sets between the transfer syntaxes without encapsulated pixel data: implicit and explicit VR, little and
 * big endian, deflated. Pixel data and other long values are streamed. Safe for all threads. PS3.5 Annex A.
 */
public final class NativeTranscoder implements Transcoder {
    private final DicomReader reader;

    /** A transcoder that reads within the default limits. */
    public NativeTranscoder() {
        this(new DicomReader());
    }

    /** A transcoder that reads with a reader of one's own. */
    public NativeTranscoder(DicomReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean supports(TransferSyntax from, TransferSyntax to) {
        return !from.encapsulated() && !to.encapsulated();
    }

    @Override
    public void transcode(OutgoingInstance instance, TransferSyntax to, OutputStream out) throws IOException {
        DicomObject object;
        try (InputStream in = instance.dataset().open()) {
            object = reader.readDataset(in, instance.transferSyntax());
        }
        try (SequentialValues values = new SequentialValues(() -> openInflated(instance))) {
            new DicomWriter(SequenceLength.EXPLICIT, values).writeDataset(object.dataset(), to, out);
        }
    }

    private InputStream openInflated(OutgoingInstance instance) throws IOException {
        InputStream in = instance.dataset().open();
        return instance.transferSyntax().deflated() ? reader.inflated(in, 0) : in;
    }
}
