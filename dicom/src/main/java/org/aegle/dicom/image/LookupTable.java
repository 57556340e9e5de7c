package org.aegle.dicom.image;

import java.util.Arrays;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/** A table that maps stored or modality values to others. PS3.3 C.11.1.1, C.11.2.1.1, C.7.6.3.1.5. */
final class LookupTable {
    private static final int MOST_BITS = 16;

    private final int first;
    private final int bits;
    private final int[] entries;

    private LookupTable(int first, int bits, int[] entries) {
        this.first = first;
        this.bits = bits;
        this.entries = entries;
    }

    /** The table of an item of a LUT sequence; empty when it is incomplete. */
    static Optional<LookupTable> of(Attributes item, boolean signedInput) {
        return of(item.getInts(Tag.LUTDescriptor), item.getBytes(Tag.LUTData), signedInput);
    }

    /**
     * A table of a descriptor and its data.
     *
     * @param descriptor number of entries, 0 for 65536; first value mapped; bits of an entry
     * @param data the entries in one or two bytes each
     * @param signedInput the first value mapped is in two's complement
     */
    static Optional<LookupTable> of(int[] descriptor, byte[] data, boolean signedInput) {
        if (descriptor.length < 3) {
            return Optional.empty();
        }
        int count = entryCount(descriptor);
        int first = signedInput ? (short) descriptor[1] : descriptor[1] & 0xFFFF;
        int bytes = data.length >= 2L * count ? 2 : 1;
        if (data.length < (long) count * bytes) {
            return Optional.empty();
        }
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = bytes == 1 ? data[i] & 0xFF : data[2 * i] & 0xFF | (data[2 * i + 1] & 0xFF) << 8;
        }
        return Optional.of(new LookupTable(first, Math.min(MOST_BITS, Math.max(1, descriptor[2])), entries));
    }

    /** The first value of a descriptor, in which 65536 is 0. */
    static int entryCount(int[] descriptor) {
        int count = descriptor[0] & 0xFFFF;
        return count == 0 ? 1 << 16 : count;
    }

    /** The entry for a value; values before and behind the table get its first and last. */
    int entry(double value) {
        double index = Math.rint(value) - first;
        return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
    }

    /** The entry at a share of the table's length, 0 to 1. */
    int entryAt(double share) {
        return entries[(int) Math.rint(Math.max(0, Math.min(1, share)) * (entries.length - 1))];
    }

    /** The value is not below the first that is mapped. */
    boolean maps(double value) {
        return value >= first;
    }

    /** The largest entry that the bits of the table allow. */
    int maximum() {
        return (1 << bits) - 1;
    }

    /** The largest entry that there is. */
    int largest() {
        return Arrays.stream(entries).max().orElse(0);
    }
}
