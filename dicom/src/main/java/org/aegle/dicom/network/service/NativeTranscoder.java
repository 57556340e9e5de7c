package org.aegle.dicom.network.service;

import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.SequentialValues;
import org.aegle.dicom.io.StreamSource;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.io.Transcoding;
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
    public Transcoding begin(StreamSource dataset, TransferSyntax from, TransferSyntax to) throws IOException {
        DicomObject object;
        try (InputStream in = dataset.open()) {
            object = reader.readDataset(in, from);
        }
        StreamSource inflated = from.deflated() ? () -> reader.inflated(dataset.open(), 0) : dataset;
        return out -> {
            try (SequentialValues values = SequentialValues.ofStream(inflated)) {
                new DicomWriter(SequenceLength.EXPLICIT, values).writeDataset(object.dataset(), to, out);
            }
        };
    }
}
