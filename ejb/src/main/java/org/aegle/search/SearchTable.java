package org.aegle.search;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be searched: rows, the parameters and orders they offer, and the way from a row to the organisation that
 * owns it. A new search parameter is one line in such a table.
 *
 * @param from FROM clause with joins
 * @param id expression of the row's key
 * @param organization expression of the owner's key
 */
public record SearchTable(
        String name,
        String from,
        String id,
        String organization,
        Map<String, SearchParameter> parameters,
        Map<String, SortKey> sortKeys) {

    public static SearchTable of(
            String name,
            String from,
            String id,
            String organization,
            List<SearchParameter> parameters,
            Map<String, SortKey> sortKeys) {
        return new SearchTable(
                name,
                from,
                id,
                organization,
                parameters.stream().collect(Collectors.toUnmodifiableMap(SearchParameter::name, Function.identity())),
                Map.copyOf(sortKeys));
    }
}
