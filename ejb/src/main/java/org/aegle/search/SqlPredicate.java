package org.aegle.search;

import java.util.List;

/** A condition in SQL with the values of its {@code ?}. */
public record SqlPredicate(String sql, List<Object> values) {
    public SqlPredicate {
        values = List.copyOf(values);
    }
}
