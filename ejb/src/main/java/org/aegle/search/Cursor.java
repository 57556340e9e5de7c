package org.aegle.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.aegle.refusal.Invalid;

/** The place in an order where a page ended: the values of the sort keys and the key of its last row, as text. */
public record Cursor(List<String> values) {
    /** Before the first row. */
    public static final Cursor START = new Cursor(List.of());

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        values = List.copyOf(values);
    }

    boolean isStart() {
        return values.isEmpty();
    }

    /** As it stands in a link. */
    public String encode() {
        String joined = String.join(SEPARATOR, values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** Back from a link; refuses what was not made by {@link #encode()}. */
    public static Cursor decode(String text) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw new Invalid("page", "must be taken from a link of the previous page");
        }
    }
}
