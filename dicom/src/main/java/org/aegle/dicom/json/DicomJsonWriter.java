package org.aegle.dicom.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.aegle.dicom.data.Attributes;

/**
 * Writes data sets as DICOM JSON, {@code application/dicom+json}, in UTF-8. Values held by reference, and bytes longer
 * than a limit, become BulkDataURI. DS and IS are numbers where they are numbers; integers beyond 2^53, NaN and
 * infinities are strings. Group lengths are left out. Thread safe. PS3.18 Annex F.
 */
public final class DicomJsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final BulkDataUri bulkDataUri;
    private final int inlineLimit;

    /** A writer that leaves values out which are held by reference, and writes all others. */
    public DicomJsonWriter() {
        this(BulkDataUri.NONE, Integer.MAX_VALUE);
    }

    /**
     * A writer.
     *
     * @param bulkDataUri says where values can be fetched
     * @param inlineLimit bytes up to which a value of OB, OD, OF, OL, OV, OW or UN is written as InlineBinary; a longer
     *     one is so too when it has no URI
     */
    public DicomJsonWriter(BulkDataUri bulkDataUri, int inlineLimit) {
        this.bulkDataUri = bulkDataUri;
        this.inlineLimit = inlineLimit;
    }

    /** Writes one data set as an object. The stream is flushed, not closed. */
    public void write(Attributes dataset, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(dataset, json);
        }
    }

    /** Writes one data set as an object where a generator stands. */
    public void write(Attributes dataset, JsonGenerator json) throws IOException {
        new DatasetJson(bulkDataUri, inlineLimit, json).write(dataset);
    }

    /** Writes one data set with sequences that are given item by item. The stream is flushed, not closed. */
    public void write(Attributes dataset, ItemStreams sequences, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            new DatasetJson(bulkDataUri, inlineLimit, json).write(dataset, sequences);
        }
    }

    /** Writes data sets that are partly written already, as an array. The stream is flushed, not closed. */
    public void writeSpliced(Iterator<SplicedDataset> datasets, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            DatasetJson writer = new DatasetJson(bulkDataUri, inlineLimit, json);
            json.writeStartArray();
            while (datasets.hasNext()) {
                writer.write(datasets.next());
            }
            json.writeEndArray();
        }
    }

    /** Writes data sets as an array, one after the other as they come. The stream is flushed, not closed. */
    public void writeArray(Iterator<Attributes> datasets, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            DatasetJson writer = new DatasetJson(bulkDataUri, inlineLimit, json);
            json.writeStartArray();
            while (datasets.hasNext()) {
                writer.write(datasets.next());
            }
            json.writeEndArray();
        }
    }
}
