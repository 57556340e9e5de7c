package org.aegle.dicom.data;

import java.util.Locale;

/** Prints a data set for people, one element a line. */
final class AttributesText {
    private static final int MAXIMUM_VALUE = 78;

    private final StringBuilder text = new StringBuilder();
    private int linesLeft;

    AttributesText(int lines) {
        linesLeft = lines;
    }

    String print(Attributes set) {
        append(set, "");
        return text.toString();
    }

    private void append(Attributes set, String indent) {
        for (int tag : set.tags()) {
            if (linesLeft-- <= 0) {
                return;
            }
            VR vr = set.getVR(tag);
            text.append(indent)
                    .append(String.format(Locale.ROOT, "(%04X,%04X) %s ", tag >>> 16, tag & 0xFFFF, vr))
                    .append(describe(set, tag))
                    .append('\n');
            for (Attributes item : set.getSequence(tag)) {
                append(item, indent + "  ");
            }
        }
    }

    private static String describe(Attributes set, int tag) {
        Object value = set.getValue(tag);
        if (value instanceof Sequence items) {
            return items.size() + " items";
        }
        if (value instanceof Fragments fragments) {
            return fragments.size() + " fragments";
        }
        if (value instanceof byte[] bytes && set.getVR(tag).isBytes()) {
            return bytes.length + " bytes";
        }
        if (value instanceof byte[] || value instanceof String[]) {
            String joined = String.join("\\", set.getStrings(tag));
            return joined.length() > MAXIMUM_VALUE ? joined.substring(0, MAXIMUM_VALUE) + "…" : joined;
        }
        return value.toString();
    }
}
