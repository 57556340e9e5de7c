package org.aegle.dicomweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aegle.dicom.dictionary.ElementDictionary;

/**
 * An attribute as a query names it (PS3.18 8.3.4.1): keyword or eight hexadecimal digits, with a dot between a sequence
 * and what is in it.
 */
record QueryKey(List<Integer> tags) {
    static Optional<QueryKey> parse(String name) {
        List<Integer> tags = new ArrayList<>();
        for (String part : name.split("\\.", -1)) {
            Optional<Integer> tag = tag(part);
            if (tag.isEmpty()) {
                return Optional.empty();
            }
            tags.add(tag.get());
        }
        return Optional.of(new QueryKey(tags));
    }

    /** The attribute, or the sequence that it lies in. */
    int first() {
        return tags.get(0);
    }

    private static Optional<Integer> tag(String part) {
        return part.matches("[0-9A-Fa-f]{8}")
                ? Optional.of(Integer.parseUnsignedInt(part, 16))
                : ElementDictionary.standard().findTag(part);
    }
}
