package org.aegle.fhir.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aegle.patient.PartialDate;
import org.aegle.refusal.Invalid;
import org.aegle.search.Match;

/** A date parameter with its prefix, FHIR R4 search 3.1.1.4.6; times of day are taken for their day. */
final class DateValue {
    private static final Pattern FORM = Pattern.compile("(eq|ge|le|gt|lt)?(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)(?:T.*)?");

    private DateValue() {}

    static Match match(String parameter, String value) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            throw new Invalid(parameter, "must be a date such as ge2026-05-31; prefixes are eq, ge, le, gt and lt");
        }
        PartialDate date = PartialDate.parse(form.group(2))
                .orElseThrow(() -> new Invalid(parameter, "is no day of the calendar: " + form.group(2)));
        String first = date.first().orElseThrow().toString();
        String last = date.last().orElseThrow().toString();
        String prefix = form.group(1) == null ? "eq" : form.group(1);
        return switch (prefix) {
            case "ge" -> new Match.Between(first, "");
            case "le" -> new Match.Between("", last);
            case "gt" -> new Match.Between(date.last().orElseThrow().plusDays(1).toString(), "");
            case "lt" ->
                new Match.Between("", date.first().orElseThrow().minusDays(1).toString());
            default -> new Match.Within(first, last);
        };
    }
}
