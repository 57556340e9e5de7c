package org.aegle.web.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.dictionary.ElementEntry;
import org.aegle.dicom.dictionary.UidDictionary;
import org.aegle.web.format.Formats;
import org.aegle.web.format.Texts;

/** Lays a data set out as lines, items of sequences indented below their sequence. */
class AttributeRows {
    private static final int LONGEST = 1000;

    private final Texts texts;
    private final Formats formats;
    private final List<AttributeRow> rows = new ArrayList<>();

    AttributeRows(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    List<AttributeRow> of(Attributes set) {
        append(set, 0);
        return rows;
    }

    private void append(Attributes set, int level) {
        for (int tag : set.tags()) {
            Sequence items = set.getSequence(tag);
            String vr = set.getVR(tag).name();
            rows.add(new AttributeRow(level, text(tag), vr, name(tag), value(set, tag), !items.isEmpty()));
            for (int i = 0; i < items.size(); i++) {
                rows.add(new AttributeRow(level + 1, "", "", texts.get("attributes.item", i + 1), "", true));
                append(items.get(i), level + 2);
            }
        }
    }

    private String value(Attributes set, int tag) {
        Object value = set.getValue(tag);
        if (value instanceof Sequence items) {
            return texts.get("attributes.items", items.size());
        } else if (value instanceof Fragments fragments) {
            return bytes(fragments.stream().mapToLong(BulkData::length).sum());
        } else if (value instanceof BulkData bulk) {
            return bytes(bulk.length());
        } else if (value instanceof byte[] bytes && set.getVR(tag).isBytes()) {
            return bytes.length == 0 ? "" : bytes(bytes.length);
        }
        return strings(set, tag);
    }

    private String strings(Attributes set, int tag) {
        String[] strings = set.getStrings(tag);
        if (strings.length == 1 && set.getVR(tag).name().equals("UI")) {
            String meaning = UidDictionary.standard().nameOf(strings[0]);
            return meaning.equals(strings[0]) ? meaning : strings[0] + " " + meaning;
        }
        String joined = String.join("\\", strings);
        return joined.length() <= LONGEST ? joined : joined.substring(0, LONGEST) + "…";
    }

    private String bytes(long length) {
        return texts.get("attributes.bytes", formats.bytes(length));
    }

    private static String name(int tag) {
        return ElementDictionary.standard().find(tag).map(ElementEntry::name).orElse("");
    }

    private static String text(int tag) {
        return String.format(Locale.ROOT, "(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
    }
}
