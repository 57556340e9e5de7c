package org.aegle.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.aegle.imaging.MetadataDocument;

/** The metadata documents of several series as one array of DICOM JSON (PS3.18 F.2.1). */
final class MetadataJson {
    private MetadataJson() {}

    static void write(List<MetadataDocument> documents, OutputStream out) throws IOException {
        out.write('[');
        boolean first = true;
        for (MetadataDocument document : documents) {
            byte[] array = unpack(document);
            if (!first) {
                out.write(',');
            }
            out.write(array, 1, array.length - 2);
            first = false;
        }
        out.write(']');
    }

    private static byte[] unpack(MetadataDocument document) throws IOException {
        try (InputStream json = new GZIPInputStream(new ByteArrayInputStream(document.gzip()))) {
            return json.readAllBytes();
        }
    }
}
