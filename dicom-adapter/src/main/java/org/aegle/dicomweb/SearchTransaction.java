package org.aegle.dicomweb;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aegle.dicom.data.Tag;
import org.aegle.imaging.AttributeKeys;
import org.aegle.imaging.ImagingLevel;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.TooLarge;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;

/**
 * A QIDO-RS query (PS3.18 8.3.4): what is matched, what is asked back, and which part of the results.
 *
 * @param included tags that are asked back beyond the standard ones
 * @param all everything that is known is asked back
 * @param limited the client says how many results it takes; else it expects all
 */
record SearchTransaction(SearchRequest request, Set<Integer> included, boolean all, boolean limited) {
    /** Most results of one answer. */
    static final int MAXIMUM_RESULTS = 10_000;

    /** Results that are looked for first when the client does not say how many it takes. */
    static final int FIRST_RESULTS = 1000;

    private static final long MAXIMUM_OFFSET = 1_000_000;

    /** Parameters that are no attributes. */
    private static final Set<String> CONTROL =
            Set.of("limit", "offset", "fuzzymatching", "includefield", "includeTotal", "accept");

    /** Attributes that say how to ask, not what for. */
    private static final Set<Integer> CONTEXT = Set.of(Tag.TimezoneOffsetFromUTC, Tag.SpecificCharacterSet);

    static SearchTransaction parse(ImagingLevel level, MultivaluedMap<String, String> query) {
        Set<Integer> included = new HashSet<>();
        boolean all = false;
        for (String value : query.getOrDefault("includefield", List.of())) {
            all |= include(value, included);
        }
        SearchRequest request = SearchRequest.all(limit(query)).from(offset(query));
        for (Restriction restriction : keys(level, query, included).restrictionsOfMoments()) {
            request = request.and(restriction);
        }
        return new SearchTransaction(
                flag(query, "includeTotal") ? request.counted() : request, included, all, query.containsKey("limit"));
    }

    SearchTransaction within(Restriction restriction) {
        return new SearchTransaction(request.and(restriction), included, all, limited);
    }

    private static AttributeKeys keys(ImagingLevel level, MultivaluedMap<String, String> query, Set<Integer> included) {
        AttributeKeys keys = new AttributeKeys(level, flag(query, "fuzzymatching"));
        values(query).forEach((key, values) -> {
            included.add(key.first());
            // An empty value matches everything and only asks the attribute back (PS3.4 C.2.2.2.3).
            boolean universal = values.stream().anyMatch(value -> value.isEmpty() || value.equals("*"));
            if (!universal && !CONTEXT.contains(key.first())) {
                keys.add(key.tags(), values);
            }
        });
        return keys;
    }

    /** An attribute may be named more than once and in two ways; each value then is one of those that fit. */
    private static Map<QueryKey, List<String>> values(MultivaluedMap<String, String> query) {
        Map<QueryKey, List<String>> values = new LinkedHashMap<>();
        // In one order, so that the same question is the same statement.
        new TreeMap<>(query).forEach((name, given) -> {
            if (!CONTROL.contains(name)) {
                QueryKey key = QueryKey.parse(name).orElseThrow(() -> new Invalid(name, "is no attribute of DICOM"));
                values.computeIfAbsent(key, absent -> new ArrayList<>()).addAll(given);
            }
        });
        return values;
    }

    private static boolean include(String value, Set<Integer> included) {
        boolean all = false;
        for (String name : Arrays.asList(value.split(","))) {
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

    private static boolean flag(MultivaluedMap<String, String> query, String name) {
        String value = query.getFirst(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw new Invalid(name, "must be true or false");
        }
        return Boolean.parseBoolean(value);
    }

    private static int limit(MultivaluedMap<String, String> query) {
        return (int) Math.min(number("limit", query.getFirst("limit"), FIRST_RESULTS), MAXIMUM_RESULTS);
    }

    private static long offset(MultivaluedMap<String, String> query) {
        long offset = number("offset", query.getFirst("offset"), 0);
        if (offset > MAXIMUM_OFFSET) {
            throw new TooLarge("offset; narrow the search", MAXIMUM_OFFSET);
        }
        return offset;
    }

    private static long number(String name, String value, long absent) {
        if (value == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(value);
            if (number < 0) {
                throw new NumberFormatException();
            }
            return number;
        } catch (NumberFormatException e) {
            throw new Invalid(name, "must be a whole number of 0 or more");
        }
    }
}
