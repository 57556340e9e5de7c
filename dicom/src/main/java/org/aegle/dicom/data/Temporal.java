package org.aegle.dicom.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** Reads the values of DA and TM, today's and those of ACR-NEMA with separators. PS3.5 6.2. */
final class Temporal {
    private Temporal() {}

    static Optional<LocalDate> date(String value) {
        String digits = value.strip();
        if (digits.length() == 10 && isSeparator(digits.charAt(4)) && digits.charAt(7) == digits.charAt(4)) {
            digits = digits.substring(0, 4) + digits.substring(5, 7) + digits.substring(8);
        }
        if (digits.length() != 8 || !isDigits(digits)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first instant a time covers: "10" is 10:00:00. */
    static Optional<LocalTime> earliest(String value) {
        return time(value, 0, 0, 0);
    }

    /** The last microsecond a time covers: "10" is 10:59:59.999999. */
    static Optional<LocalTime> latest(String value) {
        return time(value, 59, 59, 999_999);
    }

    private static Optional<LocalTime> time(String value, int minute, int second, int micros) {
        String text = value.strip().replace(":", "");
        int point = text.indexOf('.');
        String digits = point < 0 ? text : text.substring(0, point);
        if (!isDigits(digits) || digits.length() < 2 || digits.length() > 6 || digits.length() % 2 != 0) {
            return Optional.empty();
        }
        try {
            int h = number(digits, 0, 2);
            int m = digits.length() > 2 ? number(digits, 2, 4) : minute;
            // A leap second is no second of Java's clock: the last instant before it stands for it.
            int s = digits.length() > 4 ? Math.min(59, number(digits, 4, 6)) : second;
            return fraction(point < 0 ? "" : text.substring(point + 1), micros).map(f -> LocalTime.of(h, m, s, f));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Nanoseconds of a fraction of up to six digits, those not given taken from the filler. */
    private static Optional<Integer> fraction(String digits, int fillerMicros) {
        if (digits.length() > 6 || !digits.isEmpty() && !isDigits(digits)) {
            return Optional.empty();
        }
        String filler = fillerMicros == 0 ? "000000" : "999999";
        return Optional.of(Integer.parseInt(digits + filler.substring(digits.length())) * 1000);
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '/';
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
