package org.aegle.web.patient;

import org.aegle.patient.PartialDate;

/** A death as it is stored, {@code true}, {@code false}, a date, an instant or nothing, and as it is edited. */
final class Death {
    private static final int DAY = 10;

    private Death() {}

    static boolean isDated(String deceased) {
        return !day(deceased).isEmpty();
    }

    /** The date of a death, without the time of day, or empty. */
    static String day(String deceased) {
        String start = deceased.length() > DAY ? deceased.substring(0, DAY) : deceased;
        return PartialDate.parse(start).map(PartialDate::text).orElse("");
    }

    /** What is stored: a date outweighs a plain yes, and a time of day that was known stays. */
    static String of(String word, String day, String before) {
        if (day.isEmpty()) {
            return word;
        }
        return day(before).equals(day) ? before : day;
    }
}
