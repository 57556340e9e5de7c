package org.aegle.dicom.json;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.aegle.dicom.data.Attributes;

/**
 * Writes data sets as Native DICOM Model, {@code application/dicom+xml}, in UTF-8. Values held by reference, and bytes
 * longer than a limit, become BulkData. Group lengths are left out. What XML cannot hold, such as a form feed, becomes
 * U+FFFD. Thread safe. PS3.19 A.1.
 */
public final class NativeModelWriter {
    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
    private final BulkDataUri bulkDataUri;
    private final int inlineLimit;

    /** A writer that leaves values out which are held by reference, and writes all others. */
    public NativeModelWriter() {
        this(BulkDataUri.NONE, Integer.MAX_VALUE);
    }

    /**
     * A writer.
     *
     * @param bulkDataUri says where values can be fetched
     * @param inlineLimit bytes up to which a value of OB, OD, OF, OL, OV, OW or UN is written as InlineBinary; a longer
     *     one is so too when it has no URI
     */
    public NativeModelWriter(BulkDataUri bulkDataUri, int inlineLimit) {
        this.bulkDataUri = bulkDataUri;
        this.inlineLimit = inlineLimit;
    }

    /** Writes one data set as a document. The stream is flushed, not closed. */
    public void write(Attributes dataset, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(out, "UTF-8");
            new DatasetXml(bulkDataUri, inlineLimit, xml).write(dataset);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the XML could not be written", e);
        }
    }

    /** Writes one data set with sequences that are given item by item. The stream is flushed, not closed. */
    public void write(Attributes dataset, ItemStreams sequences, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(out, "UTF-8");
            new DatasetXml(bulkDataUri, inlineLimit, xml).write(dataset, sequences);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the XML could not be written", e);
        }
    }
}
