package org.aegle.dicom.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aegle.dicom.data.Attributes;

/**
 * Reads data sets from DICOM JSON, {@code application/dicom+json}, in UTF-8. A BulkDataURI becomes a
 * {@link org.aegle.dicom.data.BulkDataReference}. Sequences may lie 64 deep. Thread safe. PS3.18 Annex F.
 */
public final class DicomJsonReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * Reads one data set or an array of them.
     *
     * @throws DicomModelException when the text is no DICOM JSON
     * @throws IOException when the stream fails
     */
    public List<Attributes> read(InputStream in) throws IOException {
        List<Attributes> datasets = new ArrayList<>();
        read(in, datasets::add);
        return datasets;
    }

    /**
     * Reads one data set or an array of them, handing on each when it is complete.
     *
     * @throws DicomModelException when the text is no DICOM JSON
     * @throws IOException when the stream fails
     */
    public void read(InputStream in, Consumer<Attributes> consumer) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                consumer.accept(read(parser));
            } else if (token == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    consumer.accept(read(parser));
                }
            } else {
                throw new DicomModelException("neither a data set nor an array of them");
            }
        } catch (JsonProcessingException e) {
            throw new DicomModelException("the text is no JSON", e);
        }
    }

    /**
     * Reads the data set that begins where a parser stands, at its opening brace.
     *
     * @throws DicomModelException when it is no DICOM JSON
     * @throws IOException when the stream fails
     */
    public Attributes read(JsonParser parser) throws IOException {
        return new DatasetParser(parser).read();
    }
}
