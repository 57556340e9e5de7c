package org.aegle.dicom.io;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.Objects;
import java.util.RandomAccess;
import org.aegle.dicom.data.Fragments;

/** The fragments of pixel data as a view on the data set's value: no object is kept for each. */
final class FragmentList extends AbstractList<PixelDataLayout.Fragment> implements RandomAccess {
    private final Fragments items;
    private final BitSet codestreams;

    /** The items with the offset table first; the bits tell which of them start a codestream. */
    FragmentList(Fragments items, BitSet codestreams) {
        this.items = items;
        this.codestreams = codestreams;
    }

    @Override
    public PixelDataLayout.Fragment get(int index) {
        int item = Objects.checkIndex(index, size()) + 1;
        return new PixelDataLayout.Fragment(items.offset(item), items.length(item), codestreams.get(item));
    }

    @Override
    public int size() {
        return Math.max(0, items.size() - 1);
    }
}
