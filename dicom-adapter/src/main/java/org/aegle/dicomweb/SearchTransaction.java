package org.aegle.dicomweb;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aegle.imaging.AttributeMatch;
import org.aegle.refusal.Invalid;
import org.aegle.search.SearchRequest;

/**
 * A QIDO-RS query (PS3.18 8.3.4): what is matched, what is asked back, and which part of the results.
 *
 * @param included tags that are asked back beyond the standard ones
 * @param all everything that is known is asked back
 * @param fuzzy fuzzy matching was asked for, which is not offered
 */
record SearchTransaction(SearchRequest request, Set<Integer> included, boolean all, boolean fuzzy) {
    private static final int DEFAULT_LIMIT = 1000;
    private static final int MAXIMUM_LIMIT = 10_000;

    static SearchTransaction parse(MultivaluedMap<String, String> query) {
        SearchRequest request =
                SearchRequest.all(limit(query.getFirst("limit"))).from(number("offset", query.getFirst("offset"), 0));
        Set<Integer> included = new HashSet<>();
        boolean all = false;
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            for (String value : parameter.getValue()) {
                switch (parameter.getKey()) {
                    case "limit", "offset", "fuzzymatching" -> {
                        // Read above or below.
                    }
                    case "includefield" -> all |= include(value, included);
                    default -> request = match(request, parameter.getKey(), value, included);
                }
            }
        }
        return new SearchTransaction(request, included, all, Boolean.parseBoolean(query.getFirst("fuzzymatching")));
    }

    private static SearchRequest match(SearchRequest request, String name, String value, Set<Integer> included) {
        QueryKey key = QueryKey.parse(name).orElseThrow(() -> new Invalid(name, "is no attribute of DICOM"));
        included.add(key.first());
        // An empty value matches everything and only asks the attribute back (PS3.4 C.2.2.2.3).
        return value.isEmpty() || value.equals("*")
                ? request
                : request.and(AttributeMatch.restriction(key.parameter(), key.vr(), value));
    }

    private static boolean include(String value, Set<Integer> included) {
        boolean all = false;
        for (String name : value.split(",")) {
            if (name.equals("all")) {
                all = true;
            } else {
                included.add(QueryKey.parse(name)
                        .orElseThrow(() -> new Invalid("includefield", "names no attribute of DICOM: " + name))
                        .first());
            }
        }
        return all;
    }

    private static int limit(String value) {
        return (int) Math.min(number("limit", value, DEFAULT_LIMIT), MAXIMUM_LIMIT);
    }

    private static long number(String name, String value, long absent) {
        if (value == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(value);
            if (number < 0 || number > Integer.MAX_VALUE) {
                throw new NumberFormatException();
            }
            return number;
        } catch (NumberFormatException e) {
            throw new Invalid(name, "must be a whole number of 0 or more");
        }
    }
}
