package org.aegle.dicom.deidentify;

import java.util.HashSet;
import java.util.Set;
import org.aegle.dicom.data.PrivateBlocks;
import org.aegle.dicom.dictionary.TextTable;

/** Private elements known to tell nothing of a person, by creator. Immutable. PS3.15 E.3.10, table E.3.10-1. */
public final class SafePrivateElements {
    private static final int BLOCK = 0xFF00;

    private final Set<Key> keys;

    /** A private element, whatever block its creator has reserved. */
    private record Key(String creator, int tag) {}

    private SafePrivateElements(Set<Key> keys) {
        this.keys = keys;
    }

    /** Those of the standard's table. */
    public static SafePrivateElements standard() {
        Set<Key> keys = new HashSet<>();
        for (String[] row : TextTable.read(SafePrivateElements.class, "safe-private.txt")) {
            keys.add(new Key(row[0], Integer.parseUnsignedInt(row[1].replace('X', '0'), 16)));
        }
        return new SafePrivateElements(keys);
    }

    /**
     * These and one more.
     *
     * @param creator who has reserved the block
     * @param tag private tag with any block number, (gggg,xxee)
     */
    public SafePrivateElements with(String creator, int tag) {
        if (!PrivateBlocks.isPrivate(tag)) {
            throw new IllegalArgumentException("no private tag");
        }
        Set<Key> more = new HashSet<>(keys);
        more.add(new Key(creator, tag & ~BLOCK));
        return new SafePrivateElements(more);
    }

    /** The element is one of these. */
    public boolean contains(String creator, int tag) {
        return keys.contains(new Key(creator, tag & ~BLOCK));
    }
}
