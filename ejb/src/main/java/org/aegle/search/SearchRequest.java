package org.aegle.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A question to a {@link SearchTable}.
 *
 * @param restrictions all of them hold
 * @param sorts most significant first; the key breaks ties
 * @param limit rows at the most
 * @param offset rows to leave out, for protocols that page by counting
 * @param after where the last page ended, or {@link Cursor#START}
 * @param total whether all rows are to be counted too
 */
public record SearchRequest(
        List<Restriction> restrictions, List<Sort> sorts, int limit, long offset, Cursor after, boolean total) {

    public SearchRequest {
        restrictions = List.copyOf(restrictions);
        sorts = List.copyOf(sorts);
    }

    public static SearchRequest all(int limit) {
        return new SearchRequest(List.of(), List.of(), limit, 0, Cursor.START, false);
    }

    public SearchRequest and(Restriction restriction) {
        List<Restriction> more = new ArrayList<>(restrictions);
        more.add(restriction);
        return new SearchRequest(more, sorts, limit, offset, after, total);
    }

    public SearchRequest sortedBy(Sort... keys) {
        return new SearchRequest(restrictions, List.of(keys), limit, offset, after, total);
    }

    public SearchRequest from(long first) {
        return new SearchRequest(restrictions, sorts, limit, first, after, total);
    }

    public SearchRequest limitedTo(int rows) {
        return new SearchRequest(restrictions, sorts, rows, offset, after, total);
    }

    public SearchRequest after(Cursor cursor) {
        return new SearchRequest(restrictions, sorts, limit, offset, cursor, total);
    }

    public SearchRequest counted() {
        return new SearchRequest(restrictions, sorts, limit, offset, after, true);
    }
}
