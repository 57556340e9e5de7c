package org.aegle.dicom.json;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.PersonName;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;

/** Writes the elements of one data set as XML. One thread. PS3.19 A.1.5. */
final class DatasetXml {
    static final String NAMESPACE = "http://dicom.nema.org/PS3.19/models/NativeDICOM";

    private static final String UTF_8 = "ISO_IR 192";
    private static final int PRIVATE_BLOCK = 0xFF00;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final BulkDataUri bulkDataUri;
    private final int inlineLimit;
    private final XMLStreamWriter xml;
    private final Deque<ElementPath.Item> items = new ArrayDeque<>();

    DatasetXml(BulkDataUri bulkDataUri, int inlineLimit, XMLStreamWriter xml) {
        this.bulkDataUri = bulkDataUri;
        this.inlineLimit = inlineLimit;
        this.xml = xml;
    }

    void write(Attributes set) throws XMLStreamException {
        startDocument();
        writeElements(set);
        endDocument();
    }

    /** The same with sequences that are given item by item. */
    void write(Attributes set, ItemStreams sequences) throws XMLStreamException {
        startDocument();
        for (int tag : sequences.tagsWith(set)) {
            Optional<Iterable<Attributes>> streamed = sequences.find(tag);
            if (streamed.isPresent()) {
                writeItems(tag, streamed.get());
            } else {
                writeElement(set, tag);
            }
        }
        endDocument();
    }

    private void writeItems(int tag, Iterable<Attributes> items) throws XMLStreamException {
        Attributes sequence = new Attributes();
        sequence.setNull(tag, VR.SQ);
        start(sequence, tag);
        int number = 0;
        for (Attributes item : items) {
            startNumbered("Item", ++number);
            writeElements(item);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void startDocument() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("NativeDicomModel");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:space", "preserve");
    }

    private void endDocument() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void writeElements(Attributes set) throws XMLStreamException {
        for (int tag : set.tags()) {
            boolean groupLength = (tag & 0xFFFF) == 0;
            if (!groupLength) {
                writeElement(set, tag);
            }
        }
    }

    private void writeElement(Attributes set, int tag) throws XMLStreamException {
        Object value = set.getValue(tag);
        if (value instanceof BulkDataReference reference) {
            writeReference(set, tag, reference.uri());
        } else if (isElsewhere(value, set.getVR(tag))) {
            Optional<String> uri = bulkDataUri.find(new ElementPath(List.copyOf(items), tag));
            if (uri.isPresent()) {
                writeReference(set, tag, uri.get());
            } else if (value instanceof byte[]) {
                writeValue(set, tag);
            }
        } else {
            writeValue(set, tag);
        }
    }

    private boolean isElsewhere(Object value, VR vr) {
        return value instanceof BulkData bulk && bulk.length() > 0
                || value instanceof Fragments
                || value instanceof byte[] bytes && vr.isBytes() && bytes.length > inlineLimit;
    }

    private void start(Attributes set, int tag) throws XMLStreamException {
        Optional<String> creator = set.privateBlocks().findCreator(tag);
        xml.writeStartElement("DicomAttribute");
        // The block is the reader's to choose.
        xml.writeAttribute("tag", HEX.toHexDigits(creator.isPresent() ? tag & ~PRIVATE_BLOCK : tag));
        xml.writeAttribute("vr", set.getVR(tag).name());
        Optional<String> keyword = ElementDictionary.standard().findKeyword(tag);
        if (keyword.isPresent()) {
            xml.writeAttribute("keyword", keyword.get());
        }
        if (creator.isPresent()) {
            xml.writeAttribute("privateCreator", XmlText.legal(creator.get()));
        }
    }

    private void writeReference(Attributes set, int tag, String uri) throws XMLStreamException {
        start(set, tag);
        xml.writeEmptyElement("BulkData");
        xml.writeAttribute("uri", uri);
        xml.writeEndElement();
    }

    private void writeValue(Attributes set, int tag) throws XMLStreamException {
        start(set, tag);
        Object value = set.getValue(tag);
        VR vr = set.getVR(tag);
        if (value instanceof Sequence sequence) {
            writeItems(tag, sequence);
        } else if (vr.isBytes() && set.containsValue(tag)) {
            writeText("InlineBinary", Base64.getEncoder().encodeToString(set.getBytes(tag)));
        } else if (vr == VR.PN) {
            writeNames(set.getStrings(tag));
        } else {
            writeStrings(tag == Tag.SpecificCharacterSet ? new String[] {UTF_8} : set.getStrings(tag));
        }
        xml.writeEndElement();
    }

    private void writeItems(int tag, Sequence sequence) throws XMLStreamException {
        for (int i = 0; i < sequence.size(); i++) {
            startNumbered("Item", i + 1);
            items.addLast(new ElementPath.Item(tag, i + 1));
            writeElements(sequence.get(i));
            items.removeLast();
            xml.writeEndElement();
        }
    }

    private void writeStrings(String[] strings) throws XMLStreamException {
        for (int i = 0; i < strings.length; i++) {
            if (!strings[i].isEmpty()) {
                startNumbered("Value", i + 1);
                XmlText.write(strings[i], xml);
                xml.writeEndElement();
            }
        }
    }

    private void writeNames(String[] names) throws XMLStreamException {
        for (int i = 0; i < names.length; i++) {
            PersonName name = PersonName.parse(names[i]);
            if (!name.isEmpty()) {
                startNumbered("PersonName", i + 1);
                writeGroup("Alphabetic", name.alphabetic());
                writeGroup("Ideographic", name.ideographic());
                writeGroup("Phonetic", name.phonetic());
                xml.writeEndElement();
            }
        }
    }

    private void writeGroup(String group, PersonName.Group name) throws XMLStreamException {
        if (!name.isEmpty()) {
            xml.writeStartElement(group);
            writePart("FamilyName", name.family());
            writePart("GivenName", name.given());
            writePart("MiddleName", name.middle());
            writePart("NamePrefix", name.prefix());
            writePart("NameSuffix", name.suffix());
            xml.writeEndElement();
        }
    }

    private void writePart(String part, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            writeText(part, text);
        }
    }

    private void writeText(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        XmlText.write(text, xml);
        xml.writeEndElement();
    }

    private void startNumbered(String element, int number) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("number", Integer.toString(number));
    }
}
