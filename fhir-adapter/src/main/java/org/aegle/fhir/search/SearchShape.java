package org.aegle.fhir.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aegle.refusal.Invalid;
import org.aegle.search.Cursor;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;

/** Makes a question to the search engine of a FHIR search: restrictions, {@code _sort}, {@code _count} and page. */
public final class SearchShape {
    /** Rows of a page when nothing is said, and at the most. */
    public static final int DEFAULT_COUNT = 20;

    public static final int MAXIMUM_COUNT = 500;

    private SearchShape() {}

    /** @param raw all parameters of the URL */
    public static SearchRequest request(TypeParameters type, Map<String, List<String>> raw, Cursor after) {
        Map<String, List<String>> criteria = new LinkedHashMap<>(raw);
        List<Sort> sorts = sorts(type, criteria.remove("_sort"));
        int count = count(criteria.remove("_count"));
        criteria.keySet().removeIf(SearchShape::shapesTheAnswer);
        return new SearchRequest(new SearchUrl(type).restrictions(criteria), sorts, count, 0, after, true);
    }

    private static List<Sort> sorts(TypeParameters type, List<String> values) {
        List<Sort> sorts = new ArrayList<>();
        for (String value : values == null ? List.<String>of() : values) {
            for (String key : value.split(",")) {
                boolean descending = key.startsWith("-");
                String name = descending ? key.substring(1) : key;
                String column = type.sorts().get(name);
                if (column == null) {
                    throw new Invalid(
                            "_sort",
                            "cannot be " + name + "; it can be "
                                    + String.join(
                                            ", ",
                                            new java.util.TreeSet<>(type.sorts().keySet())));
                }
                sorts.add(new Sort(column, descending));
            }
        }
        return sorts;
    }

    private static int count(List<String> values) {
        if (values == null || values.isEmpty()) {
            return DEFAULT_COUNT;
        }
        try {
            int count = Integer.parseInt(values.get(0));
            if (count < 0) {
                throw new NumberFormatException();
            }
            return Math.min(count, MAXIMUM_COUNT);
        } catch (NumberFormatException e) {
            throw new Invalid("_count", "must be a whole number of 0 or more");
        }
    }

    /** Parameters that HAPI acts upon by itself. */
    private static boolean shapesTheAnswer(String name) {
        return List.of("_format", "_pretty", "_summary", "_elements", "_total").contains(name);
    }
}
