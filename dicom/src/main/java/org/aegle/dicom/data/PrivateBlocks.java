package org.aegle.dicom.data;

import java.util.Optional;

/** The private elements of one data set: every creator reserves a block of a group and numbers in it. PS3.5 7.8.1. */
public final class PrivateBlocks {
    private static final int FIRST = 0x10;
    private static final int LAST = 0xFF;
    private static final int ODD_GROUP = 0x0001_0000;

    private final Attributes set;

    PrivateBlocks(Attributes set) {
        this.set = set;
    }

    /**
     * The tag under which a private element lies here.
     *
     * @param creator identification of the private block, as in its creator element
     * @param tag private tag with any block number, (gggg,xxee)
     * @return empty when the creator has reserved no block of the group
     */
    public Optional<Integer> findTag(String creator, int tag) {
        int group = groupOf(tag);
        for (int block = FIRST; block <= LAST; block++) {
            if (set.getString(group | block).equals(creator)) {
                return Optional.of(group | block << 8 | tag & 0xFF);
            }
        }
        return Optional.empty();
    }

    /** The tag under which a private element lies here; a block is reserved for the creator when it has none. */
    public int tag(String creator, int tag) {
        return findTag(creator, tag).orElseGet(() -> reserve(creator, tag));
    }

    private int reserve(String creator, int tag) {
        int group = groupOf(tag);
        for (int block = FIRST; block <= LAST; block++) {
            if (!set.contains(group | block)) {
                set.setString(group | block, VR.LO, creator);
                return group | block << 8 | tag & 0xFF;
            }
        }
        throw new IllegalStateException("all private blocks of the group are taken");
    }

    /** Who has reserved the block of a private element; empty for other elements, and for a block that nobody has. */
    public Optional<String> findCreator(int tag) {
        int block = tag >>> 8 & 0xFF;
        if (!isPrivate(tag) || block < FIRST) {
            return Optional.empty();
        }
        return Optional.of(set.getString(groupOf(tag) | block)).filter(creator -> !creator.isEmpty());
    }

    /** The tag is of an odd group. */
    public static boolean isPrivate(int tag) {
        return (tag & ODD_GROUP) != 0;
    }

    /** The tag is (gggg,0010-00FF) of an odd group, where creators are named. */
    public static boolean isCreator(int tag) {
        int element = tag & 0xFFFF;
        return isPrivate(tag) && element >= FIRST && element <= LAST;
    }

    private static int groupOf(int tag) {
        if (!isPrivate(tag)) {
            throw new IllegalArgumentException("no private tag");
        }
        return tag & 0xFFFF_0000;
    }
}
