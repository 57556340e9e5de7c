package org.aegle.dicom.json;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.aegle.dicom.data.Attributes;

/**
 * Sequences of a data set whose items are made one after the other while they are written, so that a hundred thousand of
 * them are never held together.
 *
 * @param byTag the items of each sequence
 */
public record ItemStreams(Map<Integer, Iterable<Attributes>> byTag) {
    public ItemStreams {
        byTag = Map.copyOf(byTag);
    }

    Optional<Iterable<Attributes>> find(int tag) {
        return Optional.ofNullable(byTag.get(tag));
    }

    /** All tags of a data set and of the sequences, in their order. */
    Iterable<Integer> tagsWith(Attributes set) {
        TreeSet<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
        for (int tag : set.tags()) {
            tags.add(tag);
        }
        tags.addAll(byTag.keySet());
        return tags;
    }
}
