package org.aegle.web.page;

import java.io.Serializable;
import org.aegle.search.Page;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;

/** Rows of a log that fit a filter, newest first. */
public final class LogRows<T> extends PagedRows<T> {
    private final Log<T> log;
    private final Key<T> key;

    public LogRows(Log<T> log, Key<T> key) {
        this.log = log;
        this.key = key;
    }

    @Override
    protected Page<T> search(SearchRequest request) {
        return log.search(request);
    }

    @Override
    protected Sort[] usualOrder() {
        return new Sort[] {new Sort("id", true)};
    }

    @Override
    public String getRowKey(T row) {
        return Long.toString(key.of(row));
    }

    /** Where the rows come from. It is part of the view, and goes with it. */
    @FunctionalInterface
    public interface Log<T> extends Serializable {
        Page<T> search(SearchRequest request);
    }

    /** The number of a row. */
    @FunctionalInterface
    public interface Key<T> extends Serializable {
        long of(T row);
    }
}
