package org.aegle.dicom.json;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.PersonName;

/** Reads the elements of one data set. Elements that the model does not know are passed over. PS3.19 A.1.5. */
final class DatasetXmlParser {
    private static final int MAXIMUM_DEPTH = 64;
    private static final int MAXIMUM_VALUES = 1 << 20;
    private static final List<String> GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");
    private static final List<String> PARTS =
            List.of("FamilyName", "GivenName", "MiddleName", "NamePrefix", "NameSuffix");

    private final XMLStreamReader xml;
    private int depth;

    DatasetXmlParser(XMLStreamReader xml) {
        this.xml = xml;
    }

    Attributes read() throws XMLStreamException, DicomModelException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new DicomModelException("a document type is not allowed");
            }
        }
        if (!xml.getLocalName().equals("NativeDicomModel")) {
            throw new DicomModelException("the document is no NativeDicomModel");
        }
        return readElements();
    }

    private Attributes readElements() throws XMLStreamException, DicomModelException {
        if (++depth > MAXIMUM_DEPTH) {
            throw new DicomModelException("sequences lie deeper than " + MAXIMUM_DEPTH);
        }
        Attributes set = new Attributes();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (xml.getLocalName().equals("DicomAttribute")) {
                readElement(set);
            } else {
                skip();
            }
        }
        depth--;
        return set;
    }

    private void readElement(Attributes set) throws XMLStreamException, DicomModelException {
        ModelElement element = new ModelElement(tag(set));
        String vr = xml.getAttributeValue(null, "vr");
        if (vr != null) {
            element.vr(vr);
        }
        List<Object> values = new ArrayList<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (xml.getLocalName()) {
                case "Value" -> add(values, number(values), xml.getElementText());
                case "PersonName" -> add(values, number(values), readName());
                case "Item" -> add(values, number(values), readElements());
                case "InlineBinary" -> element.inlineBinary(bytes(xml.getElementText()));
                case "BulkData" -> readBulkData(element);
                default -> skip();
            }
        }
        element.values(values);
        element.addTo(set);
    }

    /** Writers leave the block of a private element open as 00, or name the one that it has with them. */
    private int tag(Attributes set) throws DicomModelException {
        String text = xml.getAttributeValue(null, "tag");
        try {
            if (text != null && text.length() == 8) {
                int tag = Integer.parseUnsignedInt(text, 16);
                String creator = xml.getAttributeValue(null, "privateCreator");
                boolean open = creator != null && (tag & 0xFF00) == 0 && (tag & 0x1_0000) != 0;
                return open ? set.privateBlocks().tag(creator, tag) : tag;
            }
        } catch (NumberFormatException e) {
            throw new DicomModelException("a tag is none", e);
        }
        throw new DicomModelException("a tag is none");
    }

    private int number(List<Object> values) throws DicomModelException {
        String text = xml.getAttributeValue(null, "number");
        try {
            int number = text == null ? values.size() + 1 : Integer.parseInt(text);
            if (number > values.size() && number <= MAXIMUM_VALUES) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new DicomModelException("the number of a value is none", e);
        }
        throw new DicomModelException("the numbers of values do not ascend from 1");
    }

    /** Numbers that are left out stand for values without content. */
    private static void add(List<Object> values, int number, Object value) {
        while (values.size() < number - 1) {
            values.add("");
        }
        values.add(value);
    }

    private PersonName readName() throws XMLStreamException {
        String[] groups = {"", "", ""};
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            int group = GROUPS.indexOf(xml.getLocalName());
            if (group < 0) {
                skip();
            } else {
                groups[group] = readGroup();
            }
        }
        return PersonName.parse(String.join("=", groups));
    }

    private String readGroup() throws XMLStreamException {
        String[] parts = {"", "", "", "", ""};
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            int part = PARTS.indexOf(xml.getLocalName());
            String text = xml.getElementText();
            if (part >= 0) {
                parts[part] = text;
            }
        }
        return String.join("^", parts);
    }

    private void readBulkData(ModelElement element) throws XMLStreamException, DicomModelException {
        String uri = xml.getAttributeValue(null, "uri");
        String uuid = xml.getAttributeValue(null, "uuid");
        if (uri == null && uuid == null) {
            throw new DicomModelException("a BulkData has neither uri nor uuid");
        }
        element.bulkDataUri(uri == null ? "urn:uuid:" + uuid : uri);
        skip();
    }

    private static byte[] bytes(String base64) throws DicomModelException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new DicomModelException("an InlineBinary is no Base64", e);
        }
    }

    /** Passes over an element with all that is in it. */
    private void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }
}
