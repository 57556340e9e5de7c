package org.aegle.dicom.dictionary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aegle.dicom.data.VR;

/** Private elements of common vendors, by creator. Immutable and safe for all threads. PS3.5 7.8. */
public final class PrivateDictionary {
    private static final PrivateDictionary VENDORS = new PrivateDictionary();
    private static final int BLOCK = 0xFF00;

    private final Map<Key, ElementEntry> entries = new HashMap<>();

    /** A private element, whatever block its creator has reserved. */
    private record Key(String creator, int tag) {}

    private PrivateDictionary() {
        for (String[] row : TextTable.read("private-elements.txt")) {
            int tag = Integer.parseUnsignedInt(row[1].replace('X', '0'), 16);
            ElementEntry entry =
                    new ElementEntry(tag, row[4], row[4], List.of(VR.valueOf(row[2])), row[3].intern(), false);
            entries.put(new Key(row[0].intern(), tag), entry);
        }
    }

    /** What vendors have published. */
    public static PrivateDictionary vendors() {
        return VENDORS;
    }

    /**
     * What a vendor says of its element.
     *
     * @param creator who has reserved the block
     * @param tag private tag with any block number, (gggg,xxee)
     */
    public Optional<ElementEntry> find(String creator, int tag) {
        return Optional.ofNullable(entries.get(new Key(creator, tag & ~BLOCK)));
    }

    /** The number of elements. */
    public int size() {
        return entries.size();
    }
}
