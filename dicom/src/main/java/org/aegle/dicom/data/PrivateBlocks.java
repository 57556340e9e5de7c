package org.aegle.dicom.data;

import java.util.Optional;

/** Finds and reserves the blocks of private elements. PS3.5 7.8.1. */
final class PrivateBlocks {
    private static final int FIRST = 0x10;
    private static final int LAST = 0xFF;

    private PrivateBlocks() {}

    static Optional<Integer> find(Attributes set, String creator, int tag) {
        int group = groupOf(tag);
        for (int block = FIRST; block <= LAST; block++) {
            if (set.getString(group | block).equals(creator)) {
                return Optional.of(group | block << 8 | tag & 0xFF);
            }
        }
        return Optional.empty();
    }

    static int findOrReserve(Attributes set, String creator, int tag) {
        return find(set, creator, tag).orElseGet(() -> reserve(set, creator, tag));
    }

    private static int reserve(Attributes set, String creator, int tag) {
        int group = groupOf(tag);
        for (int block = FIRST; block <= LAST; block++) {
            if (!set.contains(group | block)) {
                set.setString(group | block, VR.LO, creator);
                return group | block << 8 | tag & 0xFF;
            }
        }
        throw new IllegalStateException("all private blocks of the group are taken");
    }

    private static int groupOf(int tag) {
        if ((tag & 0x0001_0000) == 0) {
            throw new IllegalArgumentException("no private tag");
        }
        return tag & 0xFFFF_0000;
    }
}
