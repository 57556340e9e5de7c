package org.aegle.dicom.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A person's name in up to three representations, each of five components. PS3.5 6.2.1.
 *
 * @param alphabetic single byte or Latin letters
 * @param ideographic ideographs, "山田^太郎"
 * @param phonetic kana or hangul, "やまだ^たろう"
 */
public record PersonName(Group alphabetic, Group ideographic, Group phonetic) {
    /** No name at all: an element present with no value. */
    public static final PersonName EMPTY = new PersonName(Group.EMPTY, Group.EMPTY, Group.EMPTY);

    /** The components of one representation, each empty when not given. */
    public record Group(String family, String given, String middle, String prefix, String suffix) {
        /** No component given. */
        public static final Group EMPTY = new Group("", "", "", "", "");

        private static final int COMPONENTS = 5;

        /** Reads "family^given^middle^prefix^suffix"; what follows a fifth component stays part of it. */
        public static Group parse(String text) {
            if (text.isBlank()) {
                return EMPTY;
            }
            String[] parts = text.split("\\^", COMPONENTS);
            return new Group(part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4));
        }

        private static String part(String[] parts, int index) {
            return index < parts.length ? parts[index].strip() : "";
        }

        /** No component is given. */
        public boolean isEmpty() {
            return equals(EMPTY);
        }

        /** The form of the standard without trailing delimiters. */
        @Override
        public String toString() {
            return withoutTrailing(String.join("^", family, given, middle, prefix, suffix), '^');
        }

        /** For people to read: "Prof. Ada Maria Lovelace PhD". */
        public String readable() {
            return List.of(prefix, given, middle, family, suffix).stream()
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }

    /** Reads "alphabetic=ideographic=phonetic"; further groups are dropped. */
    public static PersonName parse(String text) {
        List<Group> groups = new ArrayList<>(3);
        for (String part : text.split("=", -1)) {
            groups.add(Group.parse(part));
        }
        return new PersonName(group(groups, 0), group(groups, 1), group(groups, 2));
    }

    private static Group group(List<Group> groups, int index) {
        return index < groups.size() ? groups.get(index) : Group.EMPTY;
    }

    /** The first representation that is given. */
    public Group preferred() {
        if (!alphabetic.isEmpty()) {
            return alphabetic;
        }
        return ideographic.isEmpty() ? phonetic : ideographic;
    }

    /** Family name in the first representation given. */
    public String family() {
        return preferred().family();
    }

    /** Given name in the first representation given. */
    public String given() {
        return preferred().given();
    }

    /** No representation is given. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** The form of the standard without trailing delimiters. */
    @Override
    public String toString() {
        return withoutTrailing(alphabetic + "=" + ideographic + "=" + phonetic, '=');
    }

    private static String withoutTrailing(String text, char delimiter) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == delimiter) {
            end--;
        }
        return text.substring(0, end);
    }
}
