package org.aegle.web.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** The form of a token request; RFC 6749 3.2: in the body alone, each parameter at most once, an empty one is absent. */
record TokenRequest(Map<String, String[]> parameters) {
    private static final String FORM = "application/x-www-form-urlencoded";

    static TokenRequest of(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            throw new TokenError("invalid_request", "the body must be " + FORM);
        }
        if (request.getQueryString() != null) {
            throw new TokenError("invalid_request", "parameters must be in the body");
        }
        return new TokenRequest(request.getParameterMap());
    }

    /** The value of a parameter, or empty. */
    String get(String name) {
        String[] values = parameters.getOrDefault(name, new String[] {""});
        if (values.length > 1) {
            throw new TokenError("invalid_request", name + " is given more than once");
        }
        return values[0];
    }
}
