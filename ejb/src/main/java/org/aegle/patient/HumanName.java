package org.aegle.patient;

import java.io.Serializable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's name. Absent parts are empty.
 *
 * @param given all given names, first the one the person is called by, separated by spaces
 * @param ideographic the whole name in its own script, as DICOM writes it ({@code family^given})
 * @param phonetic the same in a phonetic script
 */
public record HumanName(String family, String given, String prefix, String suffix, String ideographic, String phonetic)
        implements Serializable {
    public static HumanName of(String family, String given) {
        return new HumanName(family, given, "", "", "", "");
    }

    public boolean isEmpty() {
        return Stream.of(family, given, prefix, suffix, ideographic, phonetic).allMatch(String::isBlank);
    }

    /** For lists and banners: family name first, as hospitals sort. */
    public String display() {
        String rest = join(" ", given, suffix);
        String latin = join(", ", family, rest);
        return latin.isEmpty() ? ideographic.replace('^', ' ').strip() : latin;
    }

    /** As DICOM PN without trailing delimiters, PS3.5 6.2.1: family^given^middle^prefix^suffix. */
    public String dicom() {
        String[] names = given.split(" ", 2);
        String middle = names.length > 1 ? names[1] : "";
        String alphabetic = String.join("^", family, names[0], middle, prefix, suffix);
        String groups = String.join("=", trim(alphabetic, '^'), ideographic, phonetic);
        return trim(groups, '=');
    }

    private static String join(String separator, String... parts) {
        return Stream.of(parts).filter(p -> !p.isBlank()).collect(Collectors.joining(separator));
    }

    private static String trim(String text, char delimiter) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == delimiter) {
            end--;
        }
        return text.substring(0, end);
    }
}
