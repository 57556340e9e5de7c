package org.aegle.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.aegle.search.SearchParameter;
import org.aegle.search.SearchTable;
import org.aegle.search.SortKey;

/** What patients can be searched by, and how what people type into one field is understood. */
public final class PatientSearch {
    private static final String IDENTIFIER =
            "exists (select 1 from patient_identifier i where i.patient_id = p.id and {})";

    /** Parameters by their FHIR R4 names. */
    public static final SearchTable TABLE = SearchTable.of(
            "Patient",
            "patient p",
            "p.id",
            "p.organization_id",
            List.of(
                    SearchParameter.token("_id", "cast(p.id as text)"),
                    SearchParameter.identifier("identifier", "i.value", "i.authority")
                            .within(IDENTIFIER),
                    SearchParameter.string("identifier-value", "fold(i.value)").within(IDENTIFIER),
                    SearchParameter.string("name", "p.name_folded"),
                    SearchParameter.string("family", "p.family_folded"),
                    SearchParameter.string("given", "p.given_folded"),
                    SearchParameter.token("family:exact", "p.family"),
                    SearchParameter.token("given:exact", "p.given"),
                    SearchParameter.token("name:exact", "n.part")
                            .within("exists (select 1 from (values (p.family), (p.given), (p.prefix), (p.suffix))"
                                    + " as n (part) where {})"),
                    SearchParameter.date("birthdate", "p.birth_first", "p.birth_last"),
                    SearchParameter.token("gender", "p.gender")),
            Map.of(
                    "_id", new SortKey("p.id", "bigint"),
                    "_lastUpdated", new SortKey("p.updated_at", "timestamptz"),
                    "family", new SortKey("p.family_folded", "text"),
                    "given", new SortKey("p.given_folded", "text"),
                    "birthdate", new SortKey("coalesce(p.birth_first, date '0001-01-01')", "date")));

    private PatientSearch() {}

    /** One field for everything: each word is a birth date, the start of a name or the start of an identifier. */
    public static List<Restriction> understand(String typed) {
        List<Restriction> all = new ArrayList<>();
        for (String word : typed.strip().split("[\\s,^]+")) {
            if (!word.isEmpty()) {
                all.add(understandWord(word));
            }
        }
        return all;
    }

    private static Restriction understandWord(String word) {
        List<Restriction> meanings = new ArrayList<>();
        meanings.add(Restriction.where("name", new Match.WordStarts(word)));
        meanings.add(Restriction.where("identifier-value", new Match.StartsWith(word.toLowerCase(Locale.ROOT))));
        PartialDate.parse(word)
                .filter(d -> d.text().length() == 10)
                .ifPresent(d -> meanings.add(Restriction.where("birthdate", Match.is(d.text()))));
        return new Restriction.AnyOf(meanings);
    }
}
