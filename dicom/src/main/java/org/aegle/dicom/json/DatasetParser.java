package org.aegle.dicom.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.PersonName;

/** Reads the objects of one data set; members may come in any order. PS3.18 F.2. */
final class DatasetParser {
    private static final int MAXIMUM_DEPTH = 64;

    private final JsonParser parser;
    private int depth;

    DatasetParser(JsonParser parser) {
        this.parser = parser;
    }

    /** The parser stands at the opening brace and is left at the closing one. */
    Attributes read() throws IOException {
        expect(JsonToken.START_OBJECT);
        Attributes set = new Attributes();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            readElement(set);
        }
        return set;
    }

    private void readElement(Attributes set) throws IOException {
        int tag = tag(parser.currentName());
        parser.nextToken();
        expect(JsonToken.START_OBJECT);
        ModelElement element = new ModelElement(tag);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            parser.nextToken();
            readMember(element, member);
        }
        element.addTo(set);
    }

    private void readMember(ModelElement element, String member) throws IOException {
        switch (member) {
            case "vr" -> element.vr(parser.getText());
            case "Value" -> element.values(readValues());
            case "InlineBinary" -> element.inlineBinary(parser.getBinaryValue());
            case "BulkDataURI" -> element.bulkDataUri(parser.getText());
            default -> parser.skipChildren();
        }
    }

    private List<Object> readValues() throws IOException {
        expect(JsonToken.START_ARRAY);
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(readValue());
        }
        return values;
    }

    /** A string for what is a string, a number or nothing; a name; an item. */
    private Object readValue() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
            case VALUE_NULL -> "";
            case START_OBJECT -> readObject();
            default -> throw new DicomModelException("no value of an element");
        };
    }

    private Object readObject() throws IOException {
        if (++depth > MAXIMUM_DEPTH) {
            throw new DicomModelException("sequences lie deeper than " + MAXIMUM_DEPTH);
        }
        Attributes item = new Attributes();
        String[] groups = {"", "", ""};
        boolean name = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int group = List.of("Alphabetic", "Ideographic", "Phonetic").indexOf(parser.currentName());
            if (group >= 0) {
                parser.nextToken();
                groups[group] = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
                name = true;
            } else {
                readElement(item);
            }
        }
        depth--;
        return name ? PersonName.parse(String.join("=", groups)) : item;
    }

    private void expect(JsonToken token) throws DicomModelException {
        if (parser.currentToken() != token) {
            throw new DicomModelException("the text does not have the form of a data set");
        }
    }

    private static int tag(String name) throws DicomModelException {
        try {
            if (name.length() == 8) {
                return Integer.parseUnsignedInt(name, 16);
            }
        } catch (NumberFormatException e) {
            throw new DicomModelException("a member is no tag", e);
        }
        throw new DicomModelException("a member is no tag");
    }
}
