package org.aegle.dicom.cli;

import java.io.PrintStream;
import java.util.HexFormat;
import java.util.Locale;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.dictionary.UidDictionary;

/** Prints a data set one element a line, as dcmdump does: tag, VR, value, then length, multiplicity and keyword. */
final class DatasetText {
    private static final int LONGEST_VALUE = 64;
    private static final int VALUE_COLUMN = 40;
    private static final HexFormat HEX = HexFormat.ofDelimiter("\\");

    private final PrintStream out;

    DatasetText(PrintStream out) {
        this.out = out;
    }

    void print(Attributes dataset) {
        print(dataset, "");
    }

    private void print(Attributes dataset, String indent) {
        for (int tag : dataset.tags()) {
            String keyword = ElementDictionary.standard().findKeyword(tag).orElse("Unknown");
            String line = String.format(
                    Locale.ROOT,
                    "%s(%04x,%04x) %s %-" + VALUE_COLUMN + "s # %s, %d %s",
                    indent,
                    tag >>> 16,
                    tag & 0xFFFF,
                    dataset.getVR(tag),
                    value(dataset, tag),
                    length(dataset, tag),
                    multiplicity(dataset, tag),
                    keyword);
            out.println(line);
            printItems(dataset.getSequence(tag), indent);
        }
    }

    private void printItems(Sequence items, String indent) {
        for (Attributes item : items) {
            out.println(indent + "  (fffe,e000) na (Item with " + item.size() + " elements)");
            print(item, indent + "    ");
        }
    }

    private static String value(Attributes dataset, int tag) {
        VR vr = dataset.getVR(tag);
        Object value = dataset.getValue(tag);
        if (value instanceof Sequence items) {
            return "(Sequence with " + items.size() + " items)";
        } else if (value instanceof Fragments fragments) {
            return "(PixelSequence with " + fragments.size() + " items)";
        } else if (value instanceof BulkData) {
            return "(not loaded)";
        } else if (!dataset.containsValue(tag)) {
            return "(no value available)";
        } else if (vr.isBytes()) {
            return bytes(dataset.getBytes(tag));
        }
        String text = printable(String.join("\\", dataset.getStrings(tag)));
        return vr == VR.UI ? uid(text) : vr.isString() ? "[" + text + "]" : text;
    }

    private static String bytes(byte[] bytes) {
        int shown = Math.min(bytes.length, LONGEST_VALUE / 3);
        String text = HEX.formatHex(bytes, 0, shown);
        return shown < bytes.length ? text + "..." : text;
    }

    private static String uid(String uid) {
        String name = UidDictionary.standard().nameOf(uid);
        return name.equals(uid) ? "[" + uid + "]" : "=" + name.replace(" ", "");
    }

    /** Control characters stay out of terminals. */
    private static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", ".");
        return clean.length() > LONGEST_VALUE ? clean.substring(0, LONGEST_VALUE) + "..." : clean;
    }

    private static String length(Attributes dataset, int tag) {
        Object value = dataset.getValue(tag);
        if (value instanceof Sequence || value instanceof Fragments) {
            return "u/l";
        }
        long length = value instanceof BulkData bulk ? bulk.length() : dataset.getBytes(tag).length;
        return Long.toString(length + (length & 1));
    }

    private static int multiplicity(Attributes dataset, int tag) {
        boolean whole = dataset.getVR(tag).isBytes() || tag == Tag.PixelData || dataset.getVR(tag) == VR.SQ;
        return whole ? 1 : dataset.getStrings(tag).length;
    }
}
