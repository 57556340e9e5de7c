package org.aegle.it.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.rest.api.SearchStyleEnum;
import java.util.List;
import java.util.stream.IntStream;
import org.aegle.it.client.Fhir;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search for patients: every parameter, prefix and modifier that the CapabilityStatement lists. FHIR R4 search 3.1.1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirSearchIT {
    private final Fhir emr = Fhir.as("demo-emr");
    private final String family = FhirPatients.mark();
    private final Patient zoe = created(FhirPatients.someone(family, "Zoë", "1971-05-31"));
    private final Patient max = created(FhirPatients.someone(family + "son", "Max", "1990-11"));

    @ParameterizedTest
    @CsvSource({
        "family={0}, Zoë Max",
        "family:exact={0}, Zoë",
        "family={0}&given=zoe, Zoë",
        "family={0}&given:exact=zoe, ''",
        "family={0}&given:contains=a, Max",
        "'family={0}&given=zoe,max', Zoë Max",
        "name={0}, Zoë Max",
        "name={0}&name=max, Max",
        "family={0}&birthdate=1971-05-31, Zoë",
        "family={0}&birthdate=1971, Zoë",
        "family={0}&birthdate=1990-11, Max",
        "family={0}&birthdate=ge1971-06-01, Max",
        "family={0}&birthdate=lt1971-05-31, ''",
        "family={0}&birthdate=le1971-05-31, Zoë",
        "family={0}&birthdate=gt1970&birthdate=lt1980, Zoë",
        "family={0}&gender=female, Zoë Max",
        "family={0}&gender=male, ''",
        "family={0}&_sort=birthdate, Zoë Max",
        "family={0}&_sort=-birthdate, Max Zoë",
        "family={0}&_sort=given, Max Zoë"
    })
    void searchShouldFindWhoFits(String query, String givens) {
        List<String> found = emr.all(Patient.class, "/Patient?" + query.replace("{0}", family)).stream()
                .map(patient -> patient.getNameFirstRep().getGivenAsSingleString())
                .toList();

        List<String> expected = givens.isEmpty() ? List.of() : List.of(givens.split(" "));
        assertEquals(
                query.contains("_sort") ? expected : sorted(expected), query.contains("_sort") ? found : sorted(found));
    }

    @Test
    void identifierShouldFindWithAndWithoutItsSystem() {
        String value = zoe.getIdentifierFirstRep().getValue();

        assertEquals(List.of(id(zoe)), ids("/Patient?identifier=" + value));
        assertEquals(List.of(id(zoe)), ids("/Patient?identifier=" + Fhir.encoded(FhirPatients.SYSTEM + "|" + value)));
        assertEquals(List.of(), ids("/Patient?identifier=" + Fhir.encoded("urn:other|" + value)));
        assertEquals(List.of(), ids("/Patient?identifier=" + Fhir.encoded("|" + value)));
    }

    @Test
    void logicalIdShouldFindItsPatient() {
        assertEquals(List.of(id(max)), ids("/Patient?_id=" + id(max)));
        assertEquals(List.of(), ids("/Patient?_id=999999999"));
    }

    @Test
    void nextLinksShouldLeadThroughAllWithoutGapOrRepeat() {
        String many = FhirPatients.mark();
        List<String> made = IntStream.range(0, 7)
                .mapToObj(i -> id(created(FhirPatients.someone(many, "G" + i, "1980-01-0" + (1 + i % 3)))))
                .toList();

        String query = "/Patient?family=" + many + "&_sort=birthdate&_count=3";

        Bundle first = emr.search(query);
        assertEquals(7, first.getTotal());
        assertEquals(3, first.getEntry().size());
        assertEquals(sorted(made), sorted(ids(query)));
    }

    @Test
    void lastPageShouldHaveNoNextLink() {
        assertNull(emr.search("/Patient?family=" + family + "&_count=2").getLink(Bundle.LINK_NEXT));
    }

    @Test
    void nextLinkShouldShowNothingToAPartner() {
        String next = emr.search("/Patient?family=" + family + "&_count=1")
                .getLink(Bundle.LINK_NEXT)
                .getUrl();
        Fhir lakeside = Fhir.as("lakeside-emr");

        assertEquals(
                List.of(),
                lakeside.search(next.substring(next.indexOf("/fhir/r4") + 8)).getEntry());
    }

    @Test
    void countOfZeroShouldTellTheTotalAlone() {
        Bundle bundle = emr.search("/Patient?family=" + family + "&_count=0");

        assertEquals(2, bundle.getTotal());
        assertEquals(List.of(), bundle.getEntry());
    }

    @Test
    void resultsShouldBeMatchesWithTheirAddresses() {
        Bundle bundle = emr.search("/Patient?_id=" + id(zoe));

        assertEquals(Bundle.BundleType.SEARCHSET, bundle.getType());
        assertEquals(
                Bundle.SearchEntryMode.MATCH,
                bundle.getEntryFirstRep().getSearch().getMode());
        assertTrue(bundle.getEntryFirstRep().getFullUrl().endsWith("/fhir/r4/Patient/" + id(zoe)));
        assertTrue(bundle.getLink(Bundle.LINK_SELF).getUrl().contains("_id=" + id(zoe)));
    }

    @Test
    void searchByPostShouldFindTheSame() {
        Bundle found = emr.client()
                .search()
                .forResource(Patient.class)
                .where(Patient.FAMILY.matchesExactly().value(family))
                .usingStyle(SearchStyleEnum.POST)
                .returnBundle(Bundle.class)
                .execute();

        assertEquals(1, found.getTotal());
    }

    private Patient created(Patient patient) {
        return (Patient) emr.client().create().resource(patient).execute().getResource();
    }

    private List<String> ids(String path) {
        return emr.all(Patient.class, path).stream().map(FhirSearchIT::id).toList();
    }

    private static String id(Patient patient) {
        return patient.getIdElement().getIdPart();
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().sorted().toList();
    }
}
