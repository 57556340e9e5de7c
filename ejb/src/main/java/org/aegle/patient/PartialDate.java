package org.aegle.patient;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as precisely as it is known: a year, a month or a day (FHIR R4 date), or nothing at all.
 *
 * @param text {@code YYYY}, {@code YYYY-MM}, {@code YYYY-MM-DD} or empty
 */
public record PartialDate(String text) implements Serializable {
    public static final PartialDate NONE = new PartialDate("");

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern DICOM = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");

    public PartialDate {
        if (!text.isEmpty() && !isDate(text)) {
            throw new IllegalArgumentException("not a date (YYYY, YYYY-MM or YYYY-MM-DD): " + text);
        }
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    /** From DICOM DA; what is no date is taken for unknown. */
    public static PartialDate ofDicom(String value) {
        Matcher m = DICOM.matcher(value.strip().replace(".", ""));
        return m.matches()
                ? parse(m.group(1) + "-" + m.group(2) + "-" + m.group(3)).orElse(NONE)
                : NONE;
    }

    /** As people write it: 1970-05-31, 19700531, 31.5.1970, 31/05/1970, 1970-05, 1970. */
    public static Optional<PartialDate> parse(String text) {
        String iso = text.strip();
        Matcher dicom = DICOM.matcher(iso);
        Matcher dayFirst = DAY_FIRST.matcher(iso);
        if (dicom.matches()) {
            iso = dicom.group(1) + "-" + dicom.group(2) + "-" + dicom.group(3);
        } else if (dayFirst.matches()) {
            iso = "%s-%02d-%02d"
                    .formatted(
                            dayFirst.group(3),
                            Integer.parseInt(dayFirst.group(2)),
                            Integer.parseInt(dayFirst.group(1)));
        }
        return isDate(iso) ? Optional.of(new PartialDate(iso)) : Optional.empty();
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The first day that it can mean. */
    public Optional<LocalDate> first() {
        return switch (text.length()) {
            case 4 -> Optional.of(LocalDate.of(Integer.parseInt(text), 1, 1));
            case 7 -> Optional.of(YearMonth.parse(text).atDay(1));
            case 10 -> Optional.of(LocalDate.parse(text));
            default -> Optional.empty();
        };
    }

    /** The last day that it can mean. */
    public Optional<LocalDate> last() {
        return switch (text.length()) {
            case 4 -> Optional.of(LocalDate.of(Integer.parseInt(text), 12, 31));
            case 7 -> Optional.of(YearMonth.parse(text).atEndOfMonth());
            case 10 -> Optional.of(LocalDate.parse(text));
            default -> Optional.empty();
        };
    }

    private static boolean isDate(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return false;
        }
        try {
            int month = m.group(2) == null ? 1 : Integer.parseInt(m.group(2));
            int day = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
            return LocalDate.of(Integer.parseInt(m.group(1)), month, day).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
