package org.aegle.dicom.matching;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/**
 * Decides whether data sets fit the keys of a query. A key without a value fits everything, a key with a value nothing
 * that lacks the attribute; where an attribute has several values, one that fits is enough. Names are matched without
 * regard to case and accents, in each of their representations. Thread safe. PS3.4 C.2.2.2.
 */
public final class AttributeMatching {
    /** They describe the query itself. */
    private static final Set<Integer> NO_KEYS =
            Set.of(Tag.SpecificCharacterSet, Tag.QueryRetrieveLevel, Tag.TimezoneOffsetFromUTC, Tag.QueryRetrieveView);

    /** Asks for attributes without a value. PS3.4 C.2.2.2.7. */
    private static final String EMPTY_VALUE = "\"\"";

    private final Attributes keys;
    private final ZoneOffset offset;

    /** Matching by these keys; date-times without an offset are UTC. */
    public AttributeMatching(Attributes keys) {
        this(keys, ZoneOffset.UTC);
    }

    /**
     * Matching by these keys.
     *
     * @param offset offset of date-times that tell none
     */
    public AttributeMatching(Attributes keys, ZoneOffset offset) {
        this.keys = keys;
        this.offset = offset;
    }

    /** All keys fit. */
    public boolean matches(Attributes candidate) {
        for (int tag : keys.tags()) {
            boolean groupLength = (tag & 0xFFFF) == 0;
            if (!groupLength && !NO_KEYS.contains(tag) && !matches(tag, candidate)) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(int tag, Attributes candidate) {
        if (!keys.containsValue(tag)) {
            return true;
        }
        if (keys.getVR(tag) == VR.SQ) {
            return matchesItem(keys.getSequence(tag), candidate.getSequence(tag));
        }
        String[] wanted = keys.getStrings(tag);
        if (wanted.length == 1 && wanted[0].equals(EMPTY_VALUE)) {
            return !candidate.containsValue(tag);
        }
        if (isUniversal(wanted)) {
            return true;
        }
        String[] values = candidate.getStrings(tag);
        return Arrays.stream(wanted)
                .map(key -> ValueMatching.by(key, keys.getVR(tag), offset))
                .anyMatch(fits -> anyFits(values, fits));
    }

    private static boolean isUniversal(String[] wanted) {
        return Stream.of(wanted).allMatch(key -> key.isEmpty() || key.chars().allMatch(c -> c == '*'));
    }

    private static boolean anyFits(String[] values, Predicate<String> fits) {
        return Stream.of(values).filter(value -> !value.isEmpty()).anyMatch(fits);
    }

    /** One item of the key; an item that asks for nothing fits everything. PS3.4 C.2.2.2.6. */
    private boolean matchesItem(Sequence wanted, Sequence items) {
        AttributeMatching item = new AttributeMatching(wanted.get(0), offset);
        return item.asksForNothing() || items.stream().anyMatch(item::matches);
    }

    private boolean asksForNothing() {
        return matches(new Attributes());
    }
}
