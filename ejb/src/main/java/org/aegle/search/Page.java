package org.aegle.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Some of the rows that were found.
 *
 * @param total number of all rows, if it was asked for
 * @param next where the next page begins, or {@link Cursor#START} after the last page
 */
public record Page<T>(List<T> rows, OptionalLong total, Cursor next) {
    public Page {
        rows = List.copyOf(rows);
    }

    public boolean hasMore() {
        return !next.isStart();
    }

    public Optional<Cursor> findNext() {
        return hasMore() ? Optional.of(next) : Optional.empty();
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(rows.stream().map(mapping).toList(), total, next);
    }
}
