package org.aegle.id;

/** The form of a UID, PS3.5 9.1. Leading zeros of a component are let pass: equipment in use writes them. */
final class Uids {
    private static final int LONGEST = 64;

    private Uids() {}

    static void require(String attribute, String value) {
        if (value == null || value.length() > LONGEST || !hasForm(value)) {
            throw new MalformedUid(attribute, value == null ? "" : value);
        }
    }

    /** Components of digits, none of them empty, with a dot between. */
    private static boolean hasForm(String value) {
        boolean digitBefore = false;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            boolean digit = character >= '0' && character <= '9';
            if (!digit && (character != '.' || !digitBefore)) {
                return false;
            }
            digitBefore = digit;
        }
        return digitBefore;
    }
}
