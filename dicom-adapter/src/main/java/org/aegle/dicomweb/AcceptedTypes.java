package org.aegle.dicomweb;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotSupported;

/**
 * What a client accepts, best first: what the accept parameter of the query names, then what the Accept header names, each
 * by its quality; anything when neither is there. A quality of 0 accepts nothing. PS3.18 8.7.8.
 */
record AcceptedTypes(List<AcceptedType> types) {
    /** Commas between types, not those within quotes. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    /** A plus sign that was not escaped in the query. */
    private static final Pattern LOST_PLUS = Pattern.compile("(?<=/dicom) (?=json|xml)");

    AcceptedTypes {
        types = List.copyOf(types);
    }

    static AcceptedTypes of(HttpHeaders headers, UriInfo uri) {
        return parse(headers.getAcceptableMediaTypes(), uri.getQueryParameters().getOrDefault("accept", List.of()));
    }

    /** Refuses with {@link Invalid} what is no media type in the query. */
    static AcceptedTypes parse(List<MediaType> header, List<String> query) {
        List<AcceptedType> types = new ArrayList<>(ordered(query(query)));
        types.addAll(ordered(header));
        return new AcceptedTypes(
                types.isEmpty() && header.isEmpty() && query.isEmpty()
                        ? List.of(new AcceptedType(true, AcceptedType.ANYTHING, ""))
                        : types);
    }

    /** The answer to the first type that has one. */
    <T> Optional<T> find(Function<AcceptedType, Optional<T>> answer) {
        return types.stream().map(answer).flatMap(Optional::stream).findFirst();
    }

    /**
     * The same, where there must be one. Refuses with {@link NotSupported}.
     *
     * @param offered what there is, to be told when nothing of it is accepted
     */
    <T> T get(Function<AcceptedType, Optional<T>> answer, String offered) {
        return find(answer).orElseThrow(() -> new NotSupported("any other form than " + offered));
    }

    private static List<MediaType> query(List<String> query) {
        List<MediaType> types = new ArrayList<>();
        for (String value : query) {
            for (String one : COMMA.split(value)) {
                try {
                    types.add(MediaType.valueOf(LOST_PLUS.matcher(one.strip()).replaceAll("+")));
                } catch (IllegalArgumentException e) {
                    throw new Invalid("accept", "must be media types, separated by commas");
                }
            }
        }
        return types;
    }

    private static List<AcceptedType> ordered(List<MediaType> types) {
        return types.stream()
                .filter(type -> quality(type) > 0)
                .sorted(Comparator.comparingDouble(AcceptedTypes::quality).reversed())
                .map(AcceptedType::of)
                .toList();
    }

    private static double quality(MediaType type) {
        try {
            return Double.parseDouble(type.getParameters().getOrDefault("q", "1"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
