package org.aegle.fhir.search;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A search as it was asked, so that it can be asked again for the next page. */
public record StoredSearch(String type, Map<String, List<String>> parameters) {
    public static StoredSearch of(String type, RequestDetails request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameters().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        return new StoredSearch(type, parameters);
    }

    /** Type and query string. */
    public String encode() {
        return type + "?"
                + parameters.entrySet().stream()
                        .flatMap(e -> e.getValue().stream()
                                .map(v -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
                                        + URLEncoder.encode(v, StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&"));
    }

    public static StoredSearch decode(String text) {
        int mark = text.indexOf('?');
        if (mark < 0) {
            throw new IllegalArgumentException("no search");
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : text.substring(mark + 1).split("&")) {
            int equal = pair.indexOf('=');
            if (equal > 0) {
                parameters
                        .computeIfAbsent(decoded(pair.substring(0, equal)), k -> new ArrayList<>())
                        .add(decoded(pair.substring(equal + 1)));
            }
        }
        return new StoredSearch(text.substring(0, mark), parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
