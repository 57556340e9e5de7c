package org.aegle.dicom.json;

import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;

/** The members of one element as they come, until all are known. */
final class ModelElement {
    private final int tag;
    private VR vr;
    private List<Object> values = List.of();
    private byte[] inlineBinary;
    private String bulkDataUri;

    ModelElement(int tag) {
        this.tag = tag;
        this.vr = ElementDictionary.standard().vr(tag);
    }

    void vr(String code) throws DicomModelException {
        if (code.length() != 2 || !VR.isCode(code.charAt(0), code.charAt(1))) {
            throw new DicomModelException("a VR is none of the standard");
        }
        vr = VR.ofCode(code.charAt(0), code.charAt(1));
    }

    void values(List<Object> given) {
        values = given;
    }

    void inlineBinary(byte[] bytes) {
        inlineBinary = bytes;
    }

    void bulkDataUri(String uri) {
        bulkDataUri = uri;
    }

    void addTo(Attributes set) throws DicomModelException {
        if (bulkDataUri != null) {
            set.setValue(tag, vr, new BulkDataReference(vr, bulkDataUri));
        } else if (inlineBinary != null) {
            set.setBytes(tag, vr, inlineBinary);
        } else if (vr == VR.SQ) {
            addItems(set.newSequence(tag, values.size()));
        } else if (values.isEmpty()) {
            set.setNull(tag, vr);
        } else {
            addStrings(set);
        }
    }

    private void addItems(Sequence items) throws DicomModelException {
        for (Object value : values) {
            if (value instanceof Attributes item) {
                items.add(item);
            } else if ("".equals(value)) {
                items.newItem();
            } else {
                throw new DicomModelException("a value of a sequence is no item");
            }
        }
    }

    private void addStrings(Attributes set) throws DicomModelException {
        String[] strings = new String[values.size()];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = text(values.get(i));
        }
        try {
            set.setString(tag, vr, tag == Tag.SpecificCharacterSet ? new String[] {"ISO_IR 192"} : strings);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DicomModelException("a value does not suit its VR", e);
        }
    }

    /** An empty name is an empty object. */
    private String text(Object value) throws DicomModelException {
        if (value instanceof Attributes item && item.isEmpty() && vr == VR.PN) {
            return "";
        }
        if (value instanceof Attributes) {
            throw new DicomModelException("an item where a value is due");
        }
        return value.toString();
    }
}
