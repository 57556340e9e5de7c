package org.aegle.dicom.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A key with {@code *} for any characters and {@code ?} for one. Matching takes time proportional to both lengths at
 * most, whatever the key. PS3.4 C.2.2.2.4.
 */
public final class Wildcard {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final int[] key;
    private final boolean literal;

    private Wildcard(String key, boolean literal) {
        this.key = key.codePoints().toArray();
        this.literal = literal;
    }

    /** The key as it is, letter by letter. */
    public static Wildcard exact(String key) {
        return new Wildcard(key, true);
    }

    /** The key without regard to case and accents, as names are looked for. */
    public static Wildcard folded(String key) {
        return new Wildcard(fold(key), false);
    }

    /** The key has a {@code *} or {@code ?}. */
    public static boolean isWildcard(String key) {
        return key.indexOf('*') >= 0 || key.indexOf('?') >= 0;
    }

    /** The value fits. */
    public boolean matches(String value) {
        int[] text = (literal ? value : fold(value)).codePoints().toArray();
        int at = 0;
        int from = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length) {
            if (from < key.length && key[from] == '*') {
                star = from++;
                resume = at;
            } else if (from < key.length && (key[from] == '?' || key[from] == text[at])) {
                from++;
                at++;
            } else if (star >= 0) {
                from = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (from < key.length && key[from] == '*') {
            from++;
        }
        return from == key.length;
    }

    private static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
