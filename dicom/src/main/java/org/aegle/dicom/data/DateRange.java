package org.aegle.dicom.data;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Dates that a query asks for, both ends inclusive; an open end covers everything. "20200101-", "-20201231",
 * "20200101-20201231" or one date. PS3.4 C.2.2.2.5.1.
 *
 * @param first first date, {@link LocalDate#MIN} when open
 * @param last last date, {@link LocalDate#MAX} when open
 */
public record DateRange(LocalDate first, LocalDate last) {
    /** Reads a matching key of VR DA; empty when it is no date and no range. */
    public static Optional<DateRange> parse(String key) {
        String text = key.strip();
        int hyphen = text.indexOf('-');
        if (hyphen < 0) {
            return Temporal.date(text).map(date -> new DateRange(date, date));
        }
        String from = text.substring(0, hyphen);
        String to = text.substring(hyphen + 1);
        if (from.isBlank() && to.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalDate> first = from.isBlank() ? Optional.of(LocalDate.MIN) : Temporal.date(from);
        Optional<LocalDate> last = to.isBlank() ? Optional.of(LocalDate.MAX) : Temporal.date(to);
        return first.flatMap(f -> last.map(l -> new DateRange(f, l)));
    }

    /** Reads one value of VR DA, "20200131" or "2020.01.31"; empty when it is none. */
    public static Optional<LocalDate> parseDate(String value) {
        return Temporal.date(value);
    }

    /** The date lies within. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** The range has an earliest date. */
    public boolean hasFirst() {
        return !first.equals(LocalDate.MIN);
    }

    /** The range has a latest date. */
    public boolean hasLast() {
        return !last.equals(LocalDate.MAX);
    }
}
