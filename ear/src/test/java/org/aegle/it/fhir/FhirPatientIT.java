package org.aegle.it.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.net.http.HttpResponse;
import org.aegle.it.client.Fhir;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The life of a Patient as a partner's software sees it, by HAPI's client. FHIR R4 http 3.1.0. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirPatientIT {
    private static final String EYE_COLOUR = "http://example.org/StructureDefinition/eye-colour";

    private final Fhir emr = Fhir.as("demo-emr");
    private final IGenericClient client = emr.client();

    @Test
    void createdPatientShouldBeReadBackAsSent() {
        Patient sent = FhirPatients.someone(FhirPatients.mark(), "Zoë", "1971-05");

        MethodOutcome created = create(sent);
        Patient read = client.read()
                .resource(Patient.class)
                .withId(created.getId().toUnqualifiedVersionless())
                .execute();

        assertTrue(created.getCreated());
        assertEquals("1", read.getMeta().getVersionId());
        assertTrue(read.getMeta().hasLastUpdated());
        read.setId((String) null);
        read.setMeta(null);
        assertTrue(
                sent.equalsDeep(read),
                () -> emr.get("/" + created.getId().toVersionless().getValue()).body());
    }

    @Test
    void creationShouldTellWhereTheNewVersionIs() {
        HttpResponse<String> response =
                emr.send("POST", "/Patient", json(FhirPatients.someone(FhirPatients.mark(), "Loc", "1990-01-02")));

        assertEquals(201, response.statusCode());
        assertTrue(response.headers().firstValue("Location").orElse("").matches(".*/fhir/r4/Patient/\\d+/_history/1"));
        assertEquals("W/\"1\"", response.headers().firstValue("ETag").orElse(""));
    }

    @Test
    void changedPatientShouldHaveBothVersionsInItsHistory() {
        String family = FhirPatients.mark();
        MethodOutcome created = create(FhirPatients.someone(family, "Before", "1971-05-31"));
        Patient changed = current(created.getId());
        changed.getNameFirstRep().getGiven().get(0).setValue("After");

        MethodOutcome updated = client.update().resource(changed).execute();

        assertEquals("2", updated.getId().getVersionIdPart());
        assertEquals("Before", given(version(created.getId(), "1")));
        assertEquals("After", given(version(created.getId(), "2")));
        Bundle history = client.history()
                .onInstance(created.getId().toUnqualifiedVersionless())
                .returnBundle(Bundle.class)
                .execute();
        assertEquals(2, history.getEntry().size());
        assertEquals("After", given((Patient) history.getEntry().get(0).getResource()));
    }

    @Test
    void changeOfTheCurrentVersionShouldBeTaken() {
        MethodOutcome created = create(FhirPatients.someone(FhirPatients.mark(), "Match", "1971-05-31"));

        HttpResponse<String> response =
                emr.send("PUT", path(created), json(current(created.getId()).setActive(false)), "If-Match", "W/\"1\"");

        assertEquals(200, response.statusCode());
        assertEquals("W/\"2\"", response.headers().firstValue("ETag").orElse(""));
    }

    @Test
    void changeOfAnOldVersionShouldNotOverwriteTheNewer() {
        MethodOutcome created = create(FhirPatients.someone(FhirPatients.mark(), "First", "1971-05-31"));
        Patient mine = current(created.getId());
        Patient theirs = current(created.getId());
        theirs.getNameFirstRep().getGiven().get(0).setValue("Theirs");
        client.update().resource(theirs).execute();

        mine.getNameFirstRep().getGiven().get(0).setValue("Mine");
        HttpResponse<String> stale = emr.send("PUT", path(created), json(mine), "If-Match", "W/\"1\"");

        assertEquals(412, stale.statusCode());
        assertEquals(
                "ERROR", Fhir.outcome(stale).getIssueFirstRep().getSeverity().name());
        assertThrows(
                PreconditionFailedException.class,
                () -> client.update().resource(mine).withId(created.getId()).execute());
        assertEquals("Theirs", given(current(created.getId())));
    }

    @Test
    void identifierOfAnotherPatientShouldBeAConflict() {
        Patient first = FhirPatients.someone(FhirPatients.mark(), "First", "1971-05-31");
        create(first);
        Patient second = FhirPatients.someone(FhirPatients.mark(), "Second", "1972-06-01");
        second.setIdentifier(first.getIdentifier());

        assertThrows(ResourceVersionConflictException.class, () -> create(second));
    }

    @Test
    void whatAegleHasNoWordsForShouldSurviveACreationAndAChange() {
        Patient sent = FhirPatients.someone(FhirPatients.mark(), "Iris", "1971-05-31");
        sent.addExtension(new Extension(EYE_COLOUR, new StringType("hazel")));
        sent.addContact().getName().setFamily("Nextofkin");
        sent.getNameFirstRep().addExtension(new Extension(EYE_COLOUR, new StringType("in the name")));

        MethodOutcome created = create(sent);
        Patient changed = current(created.getId());
        changed.setActive(false);
        client.update().resource(changed).execute();

        Patient read = current(created.getId());
        assertEquals("hazel", read.getExtensionString(EYE_COLOUR));
        assertEquals("Nextofkin", read.getContactFirstRep().getName().getFamily());
        assertEquals("in the name", read.getNameFirstRep().getExtensionString(EYE_COLOUR));
    }

    @Test
    void xmlShouldBeTakenAndGivenLikeJson() {
        IGenericClient xml = emr.client();
        xml.setEncoding(EncodingEnum.XML);
        String family = FhirPatients.mark();

        IdType id = (IdType) xml.create()
                .resource(FhirPatients.someone(family, "Xenia", "1971-05-31"))
                .execute()
                .getId();

        assertEquals(family, current(id).getNameFirstRep().getFamily());
        Patient read = xml.read()
                .resource(Patient.class)
                .withId(id.toUnqualifiedVersionless())
                .execute();
        assertEquals(family, read.getNameFirstRep().getFamily());
        assertTrue(emr.get("/Patient/" + id.getIdPart() + "?_format=xml").body().startsWith("<"));
    }

    @Test
    void absentPatientAndVersionShouldNotBeFound() {
        MethodOutcome created = create(FhirPatients.someone(FhirPatients.mark(), "One", "1971-05-31"));

        assertThrows(
                ResourceNotFoundException.class,
                () -> client.read().resource(Patient.class).withId("999999999").execute());
        assertEquals(404, emr.get("/Patient/not-a-number").statusCode());
        assertEquals(404, emr.get(path(created) + "/_history/2").statusCode());
    }

    private MethodOutcome create(Patient patient) {
        return client.create().resource(patient).execute();
    }

    private Patient current(IIdType id) {
        return client.read()
                .resource(Patient.class)
                .withId(id.toUnqualifiedVersionless())
                .execute();
    }

    private Patient version(IIdType id, String version) {
        return client.read()
                .resource(Patient.class)
                .withIdAndVersion(id.getIdPart(), version)
                .execute();
    }

    private static String given(Patient patient) {
        return patient.getNameFirstRep().getGivenAsSingleString();
    }

    private static String path(MethodOutcome outcome) {
        return "/Patient/" + outcome.getId().getIdPart();
    }

    private static String json(Patient patient) {
        return Fhir.context().newJsonParser().encodeResourceToString(patient);
    }
}
