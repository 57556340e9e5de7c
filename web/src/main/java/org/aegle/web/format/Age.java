package org.aegle.web.format;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How old somebody is, in the unit that clinicians use at that age.
 *
 * @param count whole units that have passed
 */
record Age(Unit unit, long count) {
    enum Unit {
        DAYS,
        MONTHS,
        YEARS,
        /** Years, give or take one: the day of birth is not known. */
        ABOUT_YEARS
    }

    /** The age at a day of somebody who was born on a day between {@code first} and {@code last}. */
    static Age between(LocalDate first, LocalDate last, LocalDate at) {
        long years = ChronoUnit.YEARS.between(first, at);
        if (!first.equals(last) && years != ChronoUnit.YEARS.between(last, at)) {
            return new Age(Unit.ABOUT_YEARS, years);
        }
        if (years >= 2) {
            return new Age(Unit.YEARS, years);
        }
        long months = ChronoUnit.MONTHS.between(first, at);
        return months >= 2
                ? new Age(Unit.MONTHS, months)
                : new Age(Unit.DAYS, Math.max(0, ChronoUnit.DAYS.between(first, at)));
    }
}
