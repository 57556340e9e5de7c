package org.aegle.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aegle.refusal.Invalid;

/**
 * One question to one table as one SQL statement: restrictions, what the caller may see, order and page. The count, when
 * asked for, has the same conditions.
 */
public final class SearchQuery {
    private final SearchTable table;
    private final SearchRequest request;
    private final List<String> orderExpressions = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param visible what the access policy lets the caller see of this table */
    public SearchQuery(SearchTable table, SearchRequest request, SqlPredicate visible) {
        this.table = table;
        this.request = request;
        add(visible);
        request.restrictions().forEach(r -> add(new Predicates(table).of(r)));
        request.sorts().forEach(s -> orderExpressions.add(sortKey(s).expression()));
        orderExpressions.add(table.id());
    }

    /**
     * Runs it.
     *
     * @param select the columns, as they stand after SELECT
     * @param row makes a result of one row's columns
     */
    public <T> Page<T> run(EntityManager entities, String select, Function<Object[], T> row) {
        OptionalLong total = request.total() ? OptionalLong.of(count(entities)) : OptionalLong.empty();
        List<Object[]> found = find(entities, select);
        boolean more = found.size() > request.limit();
        List<Object[]> page = more ? found.subList(0, request.limit()) : found;
        Cursor next = more && !page.isEmpty() ? cursor(page.get(page.size() - 1)) : Cursor.START;
        return new Page<>(page.stream().map(row).toList(), total, next);
    }

    private long count(EntityManager entities) {
        String sql = "select count(*) from " + table.from() + where(conditions);
        return Rows.number(Selection.run(entities, sql, values).get(0)[0]);
    }

    private List<Object[]> find(EntityManager entities, String select) {
        List<String> all = new ArrayList<>(conditions);
        List<Object> bound = new ArrayList<>(values);
        if (!request.after().isStart()) {
            all.add(afterCursor(bound));
        }
        String keys = orderExpressions.stream()
                .map(e -> "cast(" + e + " as text)")
                .collect(Collectors.joining(", ", ", ", ""));
        String sql = "select " + select + keys + " from " + table.from() + where(all) + " order by " + order()
                + " limit " + (request.limit() + 1) + " offset " + request.offset();
        return Selection.run(entities, sql, bound);
    }

    private void add(SqlPredicate predicate) {
        conditions.add("(" + predicate.sql() + ")");
        values.addAll(predicate.values());
    }

    private String order() {
        return IntStream.range(0, orderExpressions.size())
                .mapToObj(i -> orderExpressions.get(i) + (isDescending(i) ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** The key breaks ties in the direction of the first sort key. */
    private boolean isDescending(int position) {
        if (request.sorts().isEmpty()) {
            return false;
        }
        return request.sorts()
                .get(position < request.sorts().size() ? position : 0)
                .descending();
    }

    /** (a after x) or (a = x and ((b after y) or (b = y and ...))). */
    private String afterCursor(List<Object> bound) {
        List<String> at = request.after().values();
        if (at.size() != orderExpressions.size()) {
            throw new Invalid("page", "belongs to another search");
        }
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < at.size(); i++) {
            String value = "cast(? as " + type(i) + ")";
            String expression = orderExpressions.get(i);
            boolean last = i == at.size() - 1;
            sql.append("(")
                    .append(expression)
                    .append(isDescending(i) ? " < " : " > ")
                    .append(value);
            bound.add(at.get(i));
            if (!last) {
                sql.append(" or (")
                        .append(expression)
                        .append(" = ")
                        .append(value)
                        .append(" and ");
                bound.add(at.get(i));
            }
        }
        return sql.append(")".repeat(2 * at.size() - 1)).toString();
    }

    private String type(int position) {
        return position < request.sorts().size()
                ? sortKey(request.sorts().get(position)).type()
                : "bigint";
    }

    private SortKey sortKey(Sort sort) {
        SortKey key = table.sortKeys().get(sort.key());
        if (key == null) {
            throw new Invalid(
                    "_sort",
                    "cannot be " + sort.key() + "; it can be "
                            + table.sortKeys().keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return key;
    }

    private Cursor cursor(Object[] row) {
        int keys = orderExpressions.size();
        return new Cursor(IntStream.range(row.length - keys, row.length)
                .mapToObj(i -> String.valueOf(row[i]))
                .toList());
    }

    private static String where(List<String> conditions) {
        return " where " + String.join(" and ", conditions);
    }
}
