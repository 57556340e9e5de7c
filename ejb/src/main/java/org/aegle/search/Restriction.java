package org.aegle.search;

import java.util.List;

/** What the rows that are looked for have in common. */
public sealed interface Restriction {

    /** A parameter of the table has a value that fits. */
    record Criterion(String parameter, Match match) implements Restriction {}

    /** At least one of these holds. */
    record AnyOf(List<Restriction> alternatives) implements Restriction {
        public AnyOf {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * All of these hold of one and the same thing that belongs to the row, such as an item of a sequence. Their
     * parameters are compared within the same subselect.
     */
    record OfOne(List<Criterion> criteria) implements Restriction {
        public OfOne {
            criteria = List.copyOf(criteria);
        }
    }

    static Restriction where(String parameter, Match match) {
        return new Criterion(parameter, match);
    }
}
