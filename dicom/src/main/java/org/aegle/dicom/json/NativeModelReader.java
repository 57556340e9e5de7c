package org.aegle.dicom.json;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.aegle.dicom.data.Attributes;

/**
 * Reads a data set from the Native DICOM Model, {@code application/dicom+xml}. A BulkData becomes a
 * {@link org.aegle.dicom.data.BulkDataReference}. Sequences may lie 64 deep; a document type is refused, since its
 * entities could reach out. Thread safe. PS3.19 A.1.
 */
public final class NativeModelReader {
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    /** A reader. */
    public NativeModelReader() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /**
     * Reads one document.
     *
     * @throws DicomModelException when it is no Native DICOM Model
     * @throws IOException when the stream fails
     */
    public Attributes read(InputStream in) throws IOException {
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                return new DatasetXmlParser(xml).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw new DicomModelException("the text is no XML", e);
        }
    }
}
