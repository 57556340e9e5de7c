package org.aegle.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.json.DicomJsonReader;
import org.aegle.dicom.json.NativeModelWriter;
import org.aegle.imaging.MetadataDocument;

/** Metadata as XML: the Native DICOM Model of PS3.19 A.1, a document for each instance. */
final class MetadataXml {
    private final MultipartWriter multipart = new MultipartWriter(MetadataForm.XML);
    private final NativeModelWriter writer = new NativeModelWriter();
    private final List<MetadataDocument> documents;
    private final String base;

    MetadataXml(List<MetadataDocument> documents, String base) {
        this.documents = documents;
        this.base = base;
    }

    String contentType() {
        return multipart.contentType();
    }

    void writeParts(OutputStream out) throws IOException {
        for (MetadataDocument document : documents) {
            for (Attributes instance : read(document)) {
                ByteArrayOutputStream xml = new ByteArrayOutputStream();
                writer.write(instance, xml);
                multipart.part(out, MetadataForm.XML, location(instance), new ByteArrayInputStream(xml.toByteArray()));
            }
        }
        multipart.end(out);
    }

    void writeFirst(OutputStream out) throws IOException {
        writer.write(read(documents.get(0)).get(0), out);
    }

    private String location(Attributes instance) {
        return base + "/studies/" + instance.getString(Tag.StudyInstanceUID) + "/series/"
                + instance.getString(Tag.SeriesInstanceUID) + "/instances/"
                + instance.getString(Tag.SOPInstanceUID) + "/metadata";
    }

    private static List<Attributes> read(MetadataDocument document) throws IOException {
        try (InputStream json = new GZIPInputStream(new ByteArrayInputStream(document.gzip()))) {
            return new DicomJsonReader().read(json);
        }
    }
}
