package org.aegle.access;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aegle.refusal.Invalid;

/**
 * A set of SMART App Launch 2 scopes of the {@code system} context: {@code system/Patient.rs}, {@code system/*.cruds}.
 * The letters stand for create, read, update, delete, search, in this order.
 */
public record Scopes(Set<String> values) implements Serializable {
    private static final Pattern FORM = Pattern.compile("system/(\\*|[A-Z][A-Za-z]+)\\.(c?r?u?d?s?)");

    public static Scopes none() {
        return new Scopes(Set.of());
    }

    /** Reads scopes separated by spaces; refuses the first that has another form. */
    public static Scopes parse(String text) {
        Set<String> values = new LinkedHashSet<>();
        for (String scope : text.strip().split("\\s+")) {
            if (!FORM.matcher(scope).matches() || scope.endsWith(".")) {
                throw new Invalid("scope", "must be like system/Patient.rs or system/*.cruds, but is " + scope);
            }
            values.add(scope);
        }
        return new Scopes(values);
    }

    /** Whether one of them allows {@code letter} (c, r, u, d or s) on that resource type. */
    public boolean allow(String type, char letter) {
        return values.stream().anyMatch(scope -> covers(scope, type, letter));
    }

    /** Those of these scopes, letter by letter, that {@code granted} allows too. */
    public Scopes within(Scopes granted) {
        Set<String> left = new LinkedHashSet<>();
        for (String scope : values) {
            Matcher parts = parts(scope);
            granted.narrow(parts.group(1), parts.group(2), left);
        }
        return new Scopes(left);
    }

    private void narrow(String type, String letters, Set<String> into) {
        for (String own : values) {
            Matcher parts = parts(own);
            String common = common(letters, parts.group(2));
            boolean related = type.equals(parts.group(1))
                    || type.equals("*")
                    || parts.group(1).equals("*");
            if (related && !common.isEmpty()) {
                into.add("system/" + (type.equals("*") ? parts.group(1) : type) + "." + common);
            }
        }
    }

    private static String common(String a, String b) {
        StringBuilder letters = new StringBuilder();
        a.chars().filter(c -> b.indexOf(c) >= 0).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private static boolean covers(String scope, String type, char letter) {
        Matcher parts = parts(scope);
        return (parts.group(1).equals("*") || parts.group(1).equals(type))
                && parts.group(2).indexOf(letter) >= 0;
    }

    private static Matcher parts(String scope) {
        Matcher parts = FORM.matcher(scope);
        if (!parts.matches()) {
            throw new IllegalStateException("not a scope: " + scope);
        }
        return parts;
    }

    @Override
    public String toString() {
        return String.join(" ", values);
    }
}
