package org.aegle.dicom.image;

import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/** A table that maps stored or modality values to others. PS3.3 C.11.1.1, C.11.2.1.1. */
final class LookupTable {
    private final int first;
    private final int bits;
    private final int[] entries;

    private LookupTable(int first, int bits, int[] entries) {
        this.first = first;
        this.bits = bits;
        this.entries = entries;
    }

    /** The table of an item of Modality LUT Sequence or VOI LUT Sequence; empty when it is incomplete. */
    static Optional<LookupTable> of(Attributes item, boolean signedInput) {
        return of(item.getInts(Tag.LUTDescriptor), item.getBytes(Tag.LUTData), signedInput);
    }

    /** A table of a descriptor (entries, first value mapped, bits) and its data. */
    static Optional<LookupTable> of(int[] descriptor, byte[] data, boolean signedInput) {
        if (descriptor.length < 3) {
            return Optional.empty();
        }
        int unsigned = descriptor[0] & 0xFFFF;
        int count = unsigned == 0 ? 1 << 16 : unsigned;
        int first = signedInput ? (short) descriptor[1] : descriptor[1] & 0xFFFF;
        int bytes = data.length >= 2L * count ? 2 : 1;
        if (data.length < (long) count * bytes) {
            return Optional.empty();
        }
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = bytes == 1 ? data[i] & 0xFF : data[2 * i] & 0xFF | (data[2 * i + 1] & 0xFF) << 8;
        }
        int bits = Math.min(16, Math.max(1, descriptor[2]));
        return Optional.of(new LookupTable(first, bits, entries));
    }

    /** The entry for a value; values before and behind the table get its first and last. */
    int entry(double value) {
        double index = Math.rint(value) - first;
        return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
    }

    /** The largest entry that the bits of the table allow. */
    int maximum() {
        return (1 << bits) - 1;
    }
}
