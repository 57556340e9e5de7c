package org.aegle.dicom.data;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * An encapsulated value by reference: the items of the fragment sequence in their order, the first being the Basic
 * Offset Table. Kept in two arrays, so that a slide of a million tiles costs 16 MB. PS3.5 A.4.
 */
public final class Fragments extends AbstractList<BulkData> implements RandomAccess {
    private final VR vr;
    private long[] offsets = new long[4];
    private long[] lengths = new long[4];
    private int size;

    /** No items yet; the VR is OB or OW. */
    public Fragments(VR vr) {
        this.vr = vr;
    }

    /** Appends an item whose value begins at an offset of the stream. */
    public void append(long offset, long length) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        offsets[size] = offset;
        lengths[size++] = length;
    }

    /** VR of the element. */
    public VR vr() {
        return vr;
    }

    /** Position of the first byte of an item's value. */
    public long offset(int index) {
        return offsets[checked(index)];
    }

    /** Bytes of an item's value. */
    public long length(int index) {
        return lengths[checked(index)];
    }

    @Override
    public BulkData get(int index) {
        return new BulkData(vr, offset(index), length(index), false);
    }

    @Override
    public int size() {
        return size;
    }

    private int checked(int index) {
        return Objects.checkIndex(index, size);
    }
}
