package org.aegle.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Requests that answer what a test gave them and nothing else. */
public final class Requests {
    private Requests() {}

    public static HttpServletRequest with(Map<String, String> headers, Map<String, String[]> parameters) {
        Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        known.putAll(headers);
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> known.get(arguments[0].toString());
                    case "getContentType" -> known.get("Content-Type");
                    case "getParameterMap" -> parameters;
                    case "getQueryString" -> known.get("query");
                    case "getSession" -> null;
                    case "getLocales" ->
                        Collections.enumeration(
                                List.of(Locale.forLanguageTag(known.getOrDefault("Accept-Language", "en"))));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    public static HttpServletRequest with(Map<String, String> headers) {
        return with(headers, Map.of());
    }
}
