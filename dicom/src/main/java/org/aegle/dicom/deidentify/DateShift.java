package org.aegle.dicom.deidentify;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aegle.dicom.data.VR;

/**
 * Moves the dates of one patient by one number of days, one to ten years back, that depends on the patient and the
 * project's key. Times of day stay, so intervals are what they were. A value that is no date is not taken over.
 * PS3.15 E.3.6, PS3.5 6.2.
 */
final class DateShift {
    private static final int DAYS = 3287;
    private static final int LEAST = 365;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final Pattern TIME =
            Pattern.compile("\\d{2}(\\d{2}(\\d{2}(\\.\\d{1,6})?)?)?|\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?");
    private static final Pattern PLAIN_DATE = Pattern.compile("(\\d{4})([.\\-/]?)(\\d{2})\\2(\\d{2})");
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?((?:\\d{2}){0,3}(?:\\.\\d{1,6})?)([+-]\\d{4})?");

    private final int days;

    private DateShift(int days) {
        this.days = days;
    }

    /** The shift of a patient. */
    static DateShift of(ProjectKey key, String patient) {
        int number = ByteBuffer.wrap(key.hash("dates", patient)).getInt();
        return new DateShift(-LEAST - Integer.remainderUnsigned(number, DAYS));
    }

    /** No shift: dates are only looked at. */
    static DateShift none() {
        return new DateShift(0);
    }

    /** The shifted value of an element; empty when the value is no date or time. */
    Optional<String> shift(String value, VR vr) {
        try {
            return switch (vr) {
                case DA -> date(value);
                case DT -> dateTime(value);
                case TM -> Optional.of(value).filter(time -> TIME.matcher(time).matches());
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> date(String value) {
        Matcher parts = PLAIN_DATE.matcher(value);
        return parts.matches()
                ? Optional.of(shifted(parts.group(1), parts.group(3), parts.group(4)))
                : Optional.empty();
    }

    /** A value of lower precision keeps it: that of its first day. */
    private Optional<String> dateTime(String value) {
        Matcher parts = DATE_TIME.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String month = parts.group(2) == null ? "01" : parts.group(2);
        String day = parts.group(3) == null ? "01" : parts.group(3);
        String date = shifted(parts.group(1), month, day);
        int precision = parts.group(2) == null ? 4 : parts.group(3) == null ? 6 : 8;
        String zone = parts.group(5) == null ? "" : parts.group(5);
        return Optional.of(date.substring(0, precision) + parts.group(4) + zone);
    }

    private String shifted(String year, String month, String day) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return DATE.format(date.plusDays(days));
    }
}
