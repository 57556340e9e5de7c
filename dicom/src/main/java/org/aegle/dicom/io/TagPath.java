package org.aegle.dicom.io;

import java.util.Arrays;
import java.util.Locale;

/** Where in a data set a reader or writer is: the elements and items around it. */
final class TagPath {
    private int[] tags = new int[8];
    private int[] items = new int[8];
    private int depth;

    /** Enters an item of a sequence. */
    void enter(int tag, int item) {
        if (depth == tags.length) {
            tags = Arrays.copyOf(tags, depth * 2);
            items = Arrays.copyOf(items, depth * 2);
        }
        tags[depth] = tag;
        items[depth++] = item;
    }

    void leave() {
        depth--;
    }

    /** No item has been entered. */
    boolean isAtTop() {
        return depth == 0;
    }

    /** The path of an element here. */
    String of(int tag) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            append(path, tags[i]);
            path.append('[').append(items[i]).append("].");
        }
        append(path, tag);
        return path.toString();
    }

    private static void append(StringBuilder path, int tag) {
        path.append(String.format(Locale.ROOT, "(%04X,%04X)", tag >>> 16, tag & 0xFFFF));
    }
}
