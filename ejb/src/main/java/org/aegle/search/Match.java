package org.aegle.search;

import java.util.List;

/** How a value must look to fit. */
public sealed interface Match {
    /** One of these values. */
    record Exactly(List<String> values) implements Match {
        public Exactly {
            values = List.copyOf(values);
        }
    }

    /** Begins with this. */
    record StartsWith(String start) implements Match {}

    /** One of its words begins with this; FHIR R4 search 3.1.1.4.8. */
    record WordStarts(String start) implements Match {}

    /** Has this in it. */
    record Contains(String part) implements Match {}

    /** DICOM wildcard matching (PS3.4 C.2.2.2.4): {@code *} any characters, {@code ?} any one. */
    record Wildcard(String pattern) implements Match {}

    /** Means the same person: each of its words sounds like, or begins, a word of the name. PS3.4 C.2.2.2.1. */
    record SoundsLike(String name) implements Match {}

    /** Not before {@code low} and not after {@code high}; either may be empty. Days are {@code YYYY-MM-DD}. */
    record Between(String low, String high) implements Match {}

    /** Wholly between these days; {@link Between} also takes what is only partly known to be. */
    record Within(String first, String last) implements Match {}

    /** This value of this authority. */
    record Of(String authority, String value) implements Match {}

    /** No value, or an empty one. */
    record Empty() implements Match {}

    static Match is(String value) {
        return new Exactly(List.of(value));
    }
}
