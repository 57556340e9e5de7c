package org.aegle.dicom.data;

import java.time.LocalTime;
import java.util.Optional;

/**
 * Times of day that a query asks for, both ends inclusive; a part not given covers all its values, so "10-11" ends with
 * 11:59:59.999999. PS3.4 C.2.2.2.5.2.
 *
 * @param first first time, midnight when open
 * @param last last time, the last microsecond of the day when open
 */
public record TimeRange(LocalTime first, LocalTime last) {
    static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_999_000);

    /** Reads a matching key of VR TM; empty when it is no time and no range. */
    public static Optional<TimeRange> parse(String key) {
        String text = key.strip();
        int hyphen = text.indexOf('-');
        String from = hyphen < 0 ? text : text.substring(0, hyphen);
        String to = hyphen < 0 ? text : text.substring(hyphen + 1);
        if (from.isBlank() && to.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalTime> first = from.isBlank() ? Optional.of(LocalTime.MIN) : Temporal.earliest(from);
        Optional<LocalTime> last = to.isBlank() ? Optional.of(END_OF_DAY) : Temporal.latest(to);
        return first.flatMap(f -> last.map(l -> new TimeRange(f, l)));
    }

    /** Reads one value of VR TM, "1015", "101530.25" or "10:15:30"; empty when it is none. */
    public static Optional<LocalTime> parseTime(String value) {
        return Temporal.earliest(value);
    }

    /** The time lies within. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(first) && !time.isAfter(last);
    }
}
