package org.aegle.id;

import java.util.regex.Pattern;

/** The form of a UID, PS3.5 9.1. Leading zeros of a component are let pass: equipment in use writes them. */
final class Uids {
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    private Uids() {}

    static void require(String attribute, String value) {
        if (value == null || value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new MalformedUid(attribute, value == null ? "" : value);
        }
    }
}
