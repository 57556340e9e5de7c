package org.aegle.dicom.data;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The items of a sequence element. An item belongs to one sequence at a time and inherits the character set of the data
 * set around it. PS3.5 7.5.
 */
public final class Sequence extends AbstractList<Attributes> implements RandomAccess {
    private final Attributes owner;
    private final List<Attributes> items;

    Sequence(Attributes owner, int capacity) {
        this.owner = owner;
        this.items = new ArrayList<>(capacity);
    }

    @Override
    public Attributes get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    /** @throws IllegalArgumentException when the item already belongs to a sequence */
    @Override
    public void add(int index, Attributes item) {
        item.attachTo(owner);
        items.add(index, item);
        modCount++;
    }

    @Override
    public Attributes set(int index, Attributes item) {
        item.attachTo(owner);
        Attributes former = items.set(index, item);
        former.detach();
        return former;
    }

    @Override
    public Attributes remove(int index) {
        Attributes former = items.remove(index);
        former.detach();
        modCount++;
        return former;
    }

    /** Appends a new empty item and returns it. */
    public Attributes newItem() {
        Attributes item = new Attributes();
        add(item);
        return item;
    }
}
