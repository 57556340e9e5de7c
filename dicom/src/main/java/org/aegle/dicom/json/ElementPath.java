package org.aegle.dicom.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an element lies in a data set. As text the path of a BulkDataURI: "7FE00010", or for one within items
 * "00880200/1/7FE00010", items counted from 1.
 *
 * @param items the items around the element, outermost first; empty at the top
 * @param tag the element
 */
public record ElementPath(List<Item> items, int tag) {
    /**
     * An item around.
     *
     * @param tag the sequence
     * @param number the item, counted from 1
     */
    public record Item(int tag, int number) {}

    /** Keeps its own copy of the items. */
    public ElementPath {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Item item : items) {
            text.append(hex(item.tag())).append('/').append(item.number()).append('/');
        }
        return text.append(hex(tag)).toString();
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when the text is no such path
     */
    public static ElementPath parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length % 2 == 0) {
            throw new IllegalArgumentException("no path of an element");
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i + 2 < parts.length; i += 2) {
            items.add(new Item(tag(parts[i]), Integer.parseInt(parts[i + 1])));
        }
        return new ElementPath(items, tag(parts[parts.length - 1]));
    }

    private static int tag(String text) {
        if (text.length() != 8) {
            throw new IllegalArgumentException("no tag");
        }
        return Integer.parseUnsignedInt(text, 16);
    }

    private static String hex(int tag) {
        return String.format(Locale.ROOT, "%08X", tag);
    }
}
