package org.aegle.dicom.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instants that a query asks for, both ends inclusive; a part not given covers all its values, so "2020" is the whole
 * year. A value without an offset is taken in the one that is given beside it. PS3.4 C.2.2.2.5.3, PS3.5 6.2.
 *
 * @param first first instant, {@link Instant#MIN} when open
 * @param last last instant, {@link Instant#MAX} when open
 */
public record DateTimeRange(Instant first, Instant last) {
    private static final String VALUE = "\\d{4}(?:\\d\\d){0,5}(?:\\.\\d{1,6})?(?:[+-](?:0\\d|1[0-4])\\d\\d)?";
    private static final Pattern KEY = Pattern.compile("(" + VALUE + ")?(?:(-)(" + VALUE + ")?)?");
    private static final Pattern PARTS = Pattern.compile("(\\d{4})(\\d\\d)?(\\d\\d)?(\\d*(?:\\.\\d+)?)([+-]\\d{4})?");

    /** Reads a matching key of VR DT; empty when it is no date and no range. */
    public static Optional<DateTimeRange> parse(String key, ZoneOffset offset) {
        Matcher match = KEY.matcher(key.strip());
        if (!match.matches() || match.group(1) == null && match.group(3) == null) {
            return Optional.empty();
        }
        Optional<DateTimeRange> from = span(match.group(1), offset);
        Optional<DateTimeRange> to = match.group(2) == null ? from : span(match.group(3), offset);
        return from.flatMap(f -> to.map(t -> new DateTimeRange(f.first(), t.last())));
    }

    /** Reads one value of VR DT, with all instants that it covers; empty when it is none. */
    public static Optional<DateTimeRange> parseValue(String value, ZoneOffset offset) {
        String text = value.strip();
        return text.matches(VALUE) ? span(text, offset) : Optional.empty();
    }

    private static Optional<DateTimeRange> span(String value, ZoneOffset offset) {
        if (value == null) {
            return Optional.of(new DateTimeRange(Instant.MIN, Instant.MAX));
        }
        Matcher parts = PARTS.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        ZoneOffset zone = parts.group(5) == null ? offset : ZoneOffset.of(parts.group(5));
        return days(parts).flatMap(days -> times(parts.group(4))
                .map(times -> new DateTimeRange(
                        LocalDateTime.of(days.first(), times.first()).toInstant(zone),
                        LocalDateTime.of(days.last(), times.last()).toInstant(zone))));
    }

    private static Optional<DateRange> days(Matcher parts) {
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) == null) {
            return year == 0
                    ? Optional.empty()
                    : Optional.of(new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        }
        int month = Integer.parseInt(parts.group(2));
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        if (parts.group(3) == null) {
            YearMonth of = YearMonth.of(year, month);
            return Optional.of(new DateRange(of.atDay(1), of.atEndOfMonth()));
        }
        return DateRange.parse(parts.group(1) + parts.group(2) + parts.group(3));
    }

    private static Optional<TimeRange> times(String time) {
        return time.isEmpty() ? Optional.of(new TimeRange(LocalTime.MIN, TimeRange.END_OF_DAY)) : TimeRange.parse(time);
    }

    /** The two have an instant in common. */
    public boolean overlaps(DateTimeRange other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }
}
