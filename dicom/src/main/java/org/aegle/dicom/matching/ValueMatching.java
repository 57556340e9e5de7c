package org.aegle.dicom.matching;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aegle.dicom.data.DateRange;
import org.aegle.dicom.data.DateTimeRange;
import org.aegle.dicom.data.PersonName;
import org.aegle.dicom.data.TimeRange;
import org.aegle.dicom.data.VR;

/** Which values one value of a key fits, by its VR. A key that does not suit its VR fits only what looks the same. */
final class ValueMatching {
    private ValueMatching() {}

    static Predicate<String> by(String key, VR vr, ZoneOffset offset) {
        return switch (vr) {
            case DA -> orSame(key, DateRange.parse(key).map(ValueMatching::dates));
            case TM -> orSame(key, TimeRange.parse(key).map(ValueMatching::times));
            case DT -> orSame(key, DateTimeRange.parse(key, offset).map(range -> dateTimes(range, offset)));
            case PN -> names(key);
            case DS, IS -> orSame(key, number(key).map(ValueMatching::numbers));
            case AE, CS, LO, LT, SH, ST, UC, UR, UT -> texts(key);
            default -> key::equals;
        };
    }

    private static Predicate<String> orSame(String key, Optional<Predicate<String>> fits) {
        return fits.orElse(key::equals);
    }

    private static Predicate<String> texts(String key) {
        return Wildcard.isWildcard(key) ? Wildcard.exact(key)::matches : key::equals;
    }

    private static Predicate<String> dates(DateRange range) {
        return value -> DateRange.parseDate(value).filter(range::contains).isPresent();
    }

    private static Predicate<String> times(TimeRange range) {
        return value -> TimeRange.parseTime(value).filter(range::contains).isPresent();
    }

    private static Predicate<String> dateTimes(DateTimeRange range, ZoneOffset offset) {
        return value ->
                DateTimeRange.parseValue(value, offset).filter(range::overlaps).isPresent();
    }

    private static Predicate<String> numbers(BigDecimal wanted) {
        return value -> number(value).filter(n -> n.compareTo(wanted) == 0).isPresent();
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A key of one representation is looked for in all of them; one of several must fit each that it tells. */
    private static Predicate<String> names(String key) {
        if (key.indexOf('=') < 0) {
            Wildcard wanted = Wildcard.folded(key);
            return value -> groups(PersonName.parse(value)).anyMatch(group -> fits(wanted, group));
        }
        PersonName wanted = PersonName.parse(key);
        return value -> {
            PersonName name = PersonName.parse(value);
            return fits(wanted.alphabetic(), name.alphabetic())
                    && fits(wanted.ideographic(), name.ideographic())
                    && fits(wanted.phonetic(), name.phonetic());
        };
    }

    private static Stream<PersonName.Group> groups(PersonName name) {
        return Stream.of(name.alphabetic(), name.ideographic(), name.phonetic()).filter(group -> !group.isEmpty());
    }

    private static boolean fits(PersonName.Group wanted, PersonName.Group group) {
        return wanted.isEmpty() || fits(Wildcard.folded(wanted.toString()), group);
    }

    /** Delimiters at the end may be written or left out. PS3.5 6.2.1.2. */
    private static boolean fits(Wildcard wanted, PersonName.Group group) {
        String complete =
                String.join("^", group.family(), group.given(), group.middle(), group.prefix(), group.suffix());
        String shortest = group.toString();
        return wanted.matches(shortest)
                || Stream.iterate(shortest + "^", text -> text.length() <= complete.length(), text -> text + "^")
                        .anyMatch(wanted::matches);
    }
}
