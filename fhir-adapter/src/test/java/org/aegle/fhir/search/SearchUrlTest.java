package org.aegle.fhir.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.aegle.fhir.imaging.ImagingStudyProvider;
import org.aegle.fhir.patient.PatientProvider;
import org.aegle.refusal.Invalid;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchUrlTest {
    private final SearchUrl patients = new SearchUrl(PatientProvider.PARAMETERS);
    private final SearchUrl studies = new SearchUrl(ImagingStudyProvider.PARAMETERS);

    @Test
    void commaShouldMeanOrUnlessEscaped() {
        assertEquals(
                List.of(new Restriction.AnyOf(List.of(
                        Restriction.where("family", new Match.WordStarts("a")),
                        Restriction.where("family", new Match.WordStarts("b,c"))))),
                patients("family", "a,b\\,c"));
    }

    @ParameterizedTest
    @CsvSource({
        "1970, Within[first=1970-01-01; last=1970-12-31]",
        "eq1970-05, Within[first=1970-05-01; last=1970-05-31]",
        "ge1970-05-31, Between[low=1970-05-31; high=]",
        "gt1970, Between[low=1971-01-01; high=]",
        "lt1970-05, Between[low=; high=1970-04-30]",
        "le1970, Between[low=; high=1970-12-31]"
    })
    void datePrefixesShouldBoundTheDays(String value, String match) {
        Restriction.Criterion criterion =
                (Restriction.Criterion) patients("birthdate", value).get(0);
        assertEquals(match.replace(';', ','), criterion.match().toString());
    }

    @Test
    void identifierShouldKeepSystemAndValueApart() {
        assertEquals(
                List.of(Restriction.where("identifier", new Match.Of("AEGLE", "D-1"))),
                patients("identifier", "urn:aegle:authority:AEGLE|D-1"));
        assertEquals(List.of(Restriction.where("identifier", new Match.Of("", "D-1"))), patients("identifier", "|D-1"));
        assertEquals(List.of(Restriction.where("identifier", Match.is("D-1"))), patients("identifier", "D-1"));
    }

    @Test
    void studyShouldBeFoundByItsUidOrItsAccessionNumber() {
        assertEquals(
                List.of(Restriction.where("StudyInstanceUID", Match.is("1.2.3"))),
                studies("identifier", "urn:dicom:uid|urn:oid:1.2.3"));
        assertEquals(
                List.of(Restriction.where("AccessionNumber", Match.is("A1"))),
                studies("identifier", "http://ris.example/accession|A1"));
    }

    @Test
    void whatIsUnknownShouldBeRefusedWithWhatThereIs() {
        Invalid refusal = assertThrows(Invalid.class, () -> patients("blood", "A"));
        assertEquals("blood", refusal.violations().get(0).path());
        assertTrue(refusal.violations().get(0).rule().contains("birthdate"));
        assertThrows(Invalid.class, () -> patients("family:soundex", "A"));
        assertThrows(Invalid.class, () -> patients("gender:not", "male"));
        assertThrows(Invalid.class, () -> patients("birthdate", "1970-02-30"));
        assertThrows(Invalid.class, () -> patients("name", ""));
    }

    @Test
    void aStoredSearchShouldBeTheSameSearch() {
        StoredSearch search = new StoredSearch("Patient", Map.of("name", List.of("Müller & Söhne=a", "b")));
        assertEquals(search, StoredSearch.decode(search.encode()));
    }

    private List<Restriction> patients(String key, String value) {
        return patients.restrictions(Map.of(key, List.of(value)));
    }

    private List<Restriction> studies(String key, String value) {
        return studies.restrictions(Map.of(key, List.of(value)));
    }
}
