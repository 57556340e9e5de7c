package org.aegle.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.PersonName;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** Writes the elements of data sets to one generator. One thread. PS3.18 F.2. */
final class DatasetJson {
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();
    private static final String UTF_8 = "ISO_IR 192";

    private final BulkDataUri bulkDataUri;
    private final int inlineLimit;
    private final JsonGenerator json;
    private final Deque<ElementPath.Item> items = new ArrayDeque<>();

    DatasetJson(BulkDataUri bulkDataUri, int inlineLimit, JsonGenerator json) {
        this.bulkDataUri = bulkDataUri;
        this.inlineLimit = inlineLimit;
        this.json = json;
    }

    void write(Attributes set) throws IOException {
        json.writeStartObject();
        for (int tag : set.tags()) {
            boolean groupLength = (tag & 0xFFFF) == 0;
            if (!groupLength) {
                writeElement(set, tag);
            }
        }
        json.writeEndObject();
    }

    /** The same with sequences that are given item by item. */
    void write(Attributes set, ItemStreams sequences) throws IOException {
        json.writeStartObject();
        for (int tag : sequences.tagsWith(set)) {
            Optional<Iterable<Attributes>> streamed = sequences.find(tag);
            if (streamed.isPresent()) {
                start(tag, VR.SQ);
                json.writeArrayFieldStart("Value");
                for (Attributes item : streamed.get()) {
                    write(item);
                }
                json.writeEndArray();
                json.writeEndObject();
            } else {
                writeElement(set, tag);
            }
        }
        json.writeEndObject();
    }

    void write(SplicedDataset set) throws IOException {
        json.writeStartObject();
        Map<Integer, String> written = set.written();
        TreeSet<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
        tags.addAll(written.keySet());
        for (int tag : set.elements().tags()) {
            tags.add(tag);
        }
        for (int tag : tags) {
            if (set.elements().contains(tag)) {
                writeElement(set.elements(), tag);
            } else {
                json.writeFieldName(hex(tag));
                json.writeRawValue(written.get(tag));
            }
        }
        json.writeEndObject();
    }

    private void writeElement(Attributes set, int tag) throws IOException {
        VR vr = set.getVR(tag);
        Object value = set.getValue(tag);
        if (value instanceof BulkDataReference reference) {
            writeReference(tag, vr, reference.uri());
        } else if (isElsewhere(value, vr)) {
            Optional<String> uri = bulkDataUri.find(new ElementPath(List.copyOf(items), tag));
            if (uri.isPresent()) {
                writeReference(tag, vr, uri.get());
            } else if (value instanceof byte[] bytes) {
                writeInline(tag, vr, bytes);
            }
        } else {
            start(tag, vr);
            writeValue(set, tag, vr, value);
            json.writeEndObject();
        }
    }

    private boolean isElsewhere(Object value, VR vr) {
        return value instanceof BulkData bulk && bulk.length() > 0
                || value instanceof Fragments
                || value instanceof byte[] bytes && vr.isBytes() && bytes.length > inlineLimit;
    }

    private void start(int tag, VR vr) throws IOException {
        json.writeFieldName(hex(tag));
        json.writeStartObject();
        json.writeStringField("vr", vr.name());
    }

    private void writeReference(int tag, VR vr, String uri) throws IOException {
        start(tag, vr);
        json.writeStringField("BulkDataURI", uri);
        json.writeEndObject();
    }

    private void writeInline(int tag, VR vr, byte[] bytes) throws IOException {
        start(tag, vr);
        json.writeBinaryField("InlineBinary", bytes);
        json.writeEndObject();
    }

    private void writeValue(Attributes set, int tag, VR vr, Object value) throws IOException {
        if (value instanceof Sequence sequence) {
            writeItems(tag, sequence);
        } else if (set.containsValue(tag)) {
            if (vr.isBytes()) {
                json.writeBinaryField("InlineBinary", set.getBytes(tag));
            } else {
                writeValues(set, tag, vr);
            }
        }
    }

    private void writeItems(int tag, Sequence sequence) throws IOException {
        if (sequence.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("Value");
        for (int i = 0; i < sequence.size(); i++) {
            items.addLast(new ElementPath.Item(tag, i + 1));
            write(sequence.get(i));
            items.removeLast();
        }
        json.writeEndArray();
    }

    private void writeValues(Attributes set, int tag, VR vr) throws IOException {
        switch (vr.kind()) {
            case SIGNED, UNSIGNED -> writeIntegers(set.getLongs(tag), vr);
            case FLOATING -> writeFloating(set.getDoubles(tag), vr);
            default -> writeStrings(tag == Tag.SpecificCharacterSet ? new String[] {UTF_8} : set.getStrings(tag), vr);
        }
    }

    private void writeIntegers(long[] numbers, VR vr) throws IOException {
        json.writeArrayFieldStart("Value");
        for (long number : numbers) {
            if (vr == VR.UV) {
                JsonNumbers.writeUnsigned(number, json);
            } else {
                JsonNumbers.writeSigned(number, json);
            }
        }
        json.writeEndArray();
    }

    private void writeFloating(double[] numbers, VR vr) throws IOException {
        json.writeArrayFieldStart("Value");
        for (double number : numbers) {
            if (vr == VR.FL) {
                JsonNumbers.writeSingle((float) number, json);
            } else {
                JsonNumbers.writeDouble(number, json);
            }
        }
        json.writeEndArray();
    }

    private void writeStrings(String[] strings, VR vr) throws IOException {
        if (isWithoutValue(strings, vr)) {
            return;
        }
        json.writeArrayFieldStart("Value");
        for (String string : strings) {
            if (isWithoutValue(string, vr)) {
                json.writeNull();
            } else if (vr == VR.PN) {
                writeName(PersonName.parse(string));
            } else if (vr == VR.DS || vr == VR.IS) {
                JsonNumbers.writeDecimal(string, json);
            } else {
                json.writeString(string);
            }
        }
        json.writeEndArray();
    }

    private static boolean isWithoutValue(String[] strings, VR vr) {
        return strings.length == 0 || strings.length == 1 && isWithoutValue(strings[0], vr);
    }

    /** A name of delimiters only is none. */
    private static boolean isWithoutValue(String string, VR vr) {
        return string.isEmpty() || vr == VR.PN && PersonName.parse(string).isEmpty();
    }

    private void writeName(PersonName name) throws IOException {
        json.writeStartObject();
        writeGroup("Alphabetic", name.alphabetic());
        writeGroup("Ideographic", name.ideographic());
        writeGroup("Phonetic", name.phonetic());
        json.writeEndObject();
    }

    private void writeGroup(String field, PersonName.Group group) throws IOException {
        if (!group.isEmpty()) {
            json.writeStringField(field, group.toString());
        }
    }

    static String hex(int tag) {
        char[] digits = new char[8];
        for (int i = 7, rest = tag; i >= 0; i--, rest >>>= 4) {
            digits[i] = DIGITS[rest & 0xF];
        }
        return new String(digits);
    }
}
