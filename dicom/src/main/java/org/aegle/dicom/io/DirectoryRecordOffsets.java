package org.aegle.dicom.io;

import java.util.Arrays;

/** Where the items of a DICOMDIR's Directory Record Sequence begin, as its records refer to each other. PS3.3 F.2.2.2. */
final class DirectoryRecordOffsets {
    private long[] offsets = new long[4];
    private int size;

    void append(long offset) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size++] = offset;
    }

    long[] toArray() {
        return Arrays.copyOf(offsets, size);
    }
}
