package org.aegle.dimse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.imaging.AttributeKeys;
import org.aegle.search.Restriction;

/**
 * What a C-FIND asks: its level, which keys must match and which are to come back. PS3.4 C.2.2, C.4.1.1.3.
 *
 * @param level level of the matches
 * @param keys the identifier as received
 * @param restrictions what the keys with values ask for, as far as it can be matched
 * @param complete every key can be matched or answered; else the matches are more than were asked for
 */
record FindIdentifier(QueryRetrieveLevel level, Attributes keys, List<Restriction> restrictions, boolean complete) {
    /** Keys that say how to ask, not what for. */
    private static final Set<Integer> CONTROL = Set.of(
            Tag.SpecificCharacterSet,
            Tag.TimezoneOffsetFromUTC,
            Tag.QueryRetrieveLevel,
            Tag.RetrieveAETitle,
            Tag.InstanceAvailability);

    FindIdentifier {
        restrictions = List.copyOf(restrictions);
    }

    /** Reads an identifier; refuses one without a level, and values that are none of their key's. */
    static FindIdentifier parse(PresentationContext context, Attributes identifier) {
        QueryRetrieveLevel level = QueryRetrieveLevel.of(context, identifier);
        Reader reader = new Reader(level);
        reader.read(identifier);
        return new FindIdentifier(level, identifier, reader.restrictions.restrictions(), reader.complete);
    }

    /** The attributes that are asked back. */
    Set<Integer> requested() {
        Set<Integer> tags = new TreeSet<>();
        for (int tag : keys.tags()) {
            tags.add(tag);
        }
        tags.removeAll(CONTROL);
        return tags;
    }

    private static final class Reader {
        private final QueryRetrieveLevel level;
        private final AttributeKeys restrictions;
        private final Deque<Integer> sequences = new ArrayDeque<>();
        private boolean complete = true;

        Reader(QueryRetrieveLevel level) {
            this.level = level;
            this.restrictions = new AttributeKeys(level.imaging(), false);
        }

        void read(Attributes item) {
            for (int tag : item.tags()) {
                if (CONTROL.contains(tag)) {
                    continue;
                }
                if (item.getVR(tag) == VR.SQ) {
                    sequences.addLast(tag);
                    item.getSequence(tag).stream().limit(1).forEach(this::read);
                    sequences.removeLast();
                } else {
                    read(tag, String.join("\\", item.getStrings(tag)));
                }
            }
        }

        private void read(int tag, String value) {
            List<Integer> path = new ArrayList<>(sequences);
            path.add(tag);
            boolean universal = value.isEmpty() || value.equals("*");
            boolean searchable = restrictions.canMatch(path);
            if (searchable && !universal) {
                restrictions.add(path, List.of(value));
            }
            boolean answered =
                    level == QueryRetrieveLevel.IMAGE || level.imaging().tells(path.get(0));
            complete &= searchable || (universal && answered);
        }
    }
}
