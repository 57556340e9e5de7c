package org.aegle.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aegle.dicom.data.VR;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.PartialDate;
import org.aegle.refusal.Invalid;
import org.aegle.search.Match;
import org.aegle.search.Restriction;

/** How a value in QIDO-RS and C-FIND is meant, by the value representation of its attribute (PS3.4 C.2.2.2). */
public final class AttributeMatch {
    private static final String FIRST_TIME = "000000.000000";
    private static final String LAST_TIME = "235959.999999";
    private static final String TIME = "([01]\\d|2[0-3])([0-5]\\d(([0-5]\\d|60)(\\.\\d{1,6})?)?)?";

    private static final Pattern KANA_OR_HANGUL = Pattern.compile("[\\p{IsKatakana}\\p{IsHiragana}\\p{IsHangul}]");

    private AttributeMatch() {}

    /**
     * What a value asks of an attribute. Refuses with {@link Invalid} what is no date or time.
     *
     * @param name keyword of the attribute, as {@link ImagingSearch} has it
     * @param value as it stands in the query, not empty; several values have a backslash between
     * @param fuzzy names of persons may only sound alike
     */
    public static Restriction restriction(String name, VR vr, String value, boolean fuzzy) {
        return switch (vr) {
            case DA -> Restriction.where(name, dates(name, value));
            case TM -> Restriction.where(name, times(name, value));
            case UI -> Restriction.where(name, new Match.Exactly(list(value, "[,\\\\]")));
            case PN -> personName(name, value, fuzzy);
            default ->
                name.equals("PatientSex")
                        ? Restriction.where(name, new Match.Exactly(sexes(value)))
                        : anyOf(name, list(value, vr == VR.CS ? "[,\\\\]" : "\\\\"));
        };
    }

    private static Restriction anyOf(String name, List<String> values) {
        List<Restriction> alternatives = values.stream()
                .map(v -> Restriction.where(name, isWild(v) ? new Match.Wildcard(v) : Match.is(v)))
                .toList();
        return alternatives.size() == 1 ? alternatives.get(0) : new Restriction.AnyOf(alternatives);
    }

    /**
     * Delimiters at the end say nothing. A name of one component group fits where others follow it, and one in another
     * script where others come before it. PS3.5 6.2.1.2, PS3.4 C.2.2.2.1.
     */
    private static Restriction personName(String parameter, String value, boolean fuzzy) {
        String name = value.replaceAll("[\\^=]+$", "");
        if (fuzzy && !isWild(name)) {
            return Restriction.where(parameter, new Match.SoundsLike(name));
        }
        List<String> groups = new ArrayList<>(List.of(name));
        if (name.indexOf('=') < 0 && !name.endsWith("*")) {
            groups.add(name + "=*");
        }
        if (name.codePoints().anyMatch(Character::isIdeographic)
                || KANA_OR_HANGUL.matcher(name).find()) {
            List.copyOf(groups).forEach(group -> groups.add("*=" + group));
        }
        return anyOf(parameter, groups);
    }

    /** A range of dates and one of times as one range of {@code YYYYMMDDHHMMSS.FFFFFF}. */
    static Match moments(String date, String dates, String time, String times) {
        Match.Between days = (Match.Between) dates(date, dates);
        Match.Between hours = (Match.Between) times(time, times);
        return new Match.Between(
                moment(days.low(), hours.low(), FIRST_TIME), moment(days.high(), hours.high(), LAST_TIME));
    }

    private static String moment(String day, String hour, String absent) {
        return day.isEmpty() ? "" : day.replace("-", "") + (hour.isEmpty() ? absent : hour);
    }

    private static Match dates(String name, String value) {
        int dash = value.indexOf('-');
        if (dash < 0) {
            return Match.is(date(name, value));
        }
        return new Match.Between(date(name, value.substring(0, dash)), date(name, value.substring(dash + 1)));
    }

    private static String date(String name, String value) {
        if (value.isEmpty()) {
            return "";
        }
        String iso = PartialDate.ofDicom(value).text();
        if (iso.isEmpty()) {
            throw new Invalid(name, "must be YYYYMMDD, or two of them with - between");
        }
        return iso;
    }

    private static Match times(String name, String value) {
        int dash = value.indexOf('-');
        if (dash < 0) {
            return new Match.Between(time(name, value, FIRST_TIME), time(name, value, LAST_TIME));
        }
        return new Match.Between(
                time(name, value.substring(0, dash), FIRST_TIME), time(name, value.substring(dash + 1), LAST_TIME));
    }

    /** A time that leaves out minutes or seconds stands for the whole hour or minute. */
    private static String time(String name, String value, String fill) {
        if (value.isEmpty()) {
            return "";
        }
        String plain = value.replace(":", "");
        if (!plain.matches(TIME)) {
            throw new Invalid(name, "must be HHMMSS.FFFFFF or its beginning, or two of them with - between");
        }
        return plain + fill.substring(plain.length());
    }

    private static List<String> sexes(String value) {
        return list(value, "[,\\\\]").stream()
                .map(s -> AdministrativeGender.ofDicom(s).code())
                .toList();
    }

    private static List<String> list(String value, String separators) {
        return Arrays.stream(value.split(separators)).map(String::strip).collect(Collectors.toList());
    }

    private static boolean isWild(String value) {
        return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
    }
}
