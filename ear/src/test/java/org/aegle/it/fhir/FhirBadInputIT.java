package org.aegle.it.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.aegle.it.Aegle;
import org.aegle.it.client.AccessToken;
import org.aegle.it.client.Fhir;
import org.aegle.it.client.Http;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How FHIR says no: status, and an OperationOutcome that names what is wrong and what is allowed. FHIR R4 http 3.1.0. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirBadInputIT {
    private final Fhir emr = Fhir.as("demo-emr");

    @ParameterizedTest
    @CsvSource({
        "/Patient?shoesize=43, shoesize",
        "/Patient?birthdate:missing=true, birthdate",
        "/Patient?family:phonetic=Meier, family",
        "/Patient?birthdate=yesterday, birthdate",
        "/Patient?birthdate=2026-02-30, birthdate",
        "/Patient?_sort=shoesize, _sort",
        "/Patient?_count=many, _count",
        "/ImagingStudy?bodysite=head, bodysite",
        "/ImagingStudy?started=ap2026, started"
    })
    void searchThatIsNotUnderstoodShouldBeRefusedByName(String search, String expression) {
        HttpResponse<String> response = emr.get(search);

        assertEquals(400, response.statusCode());
        OperationOutcome.OperationOutcomeIssueComponent issue =
                Fhir.outcome(response).getIssueFirstRep();
        assertEquals(OperationOutcome.IssueSeverity.ERROR, issue.getSeverity());
        assertEquals(expression, issue.getExpression().get(0).getValue());
        assertTrue(issue.getDiagnostics().contains(expression), issue.getDiagnostics());
    }

    @Test
    void patientWithoutANameShouldBeRefusedByElement() {
        HttpResponse<String> response = emr.send("POST", "/Patient", "{\"resourceType\":\"Patient\"}");

        assertEquals(400, response.statusCode());
        assertTrue(Fhir.outcome(response)
                .getIssueFirstRep()
                .getExpression()
                .get(0)
                .getValue()
                .contains("name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"A\"}],\"shoeSize\":43}",
                "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"A\"}],\"gender\":\"f\"}",
                "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"A\"}],\"birthDate\":\"31.05.1971\"}",
                "{\"resourceType\":\"Observation\",\"status\":\"final\"}",
                "{\"resourceType\":\"Pat",
                "nonsense",
                ""
            })
    void malformedResourceShouldBeRefusedWithAnOutcome(String body) {
        HttpResponse<String> response = emr.send("POST", "/Patient", body);

        assertTrue(
                response.statusCode() == 400 || response.statusCode() == 422,
                () -> response.statusCode() + response.body());
        assertFalse(Fhir.outcome(response).getIssue().isEmpty());
    }

    @Test
    void changeUnderAnotherIdShouldBeRefused() {
        String someone = "{\"resourceType\":\"Patient\",\"id\":\"8\",\"name\":[{\"family\":\"A\"}]}";

        assertEquals(400, emr.send("PUT", "/Patient/7", someone).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Observation", "/Practitioner/1", "/Patient/1/$everything", "/_history"})
    void whatIsNotOfferedShouldNotBeFound(String path) {
        int status = emr.get(path).statusCode();

        assertTrue(status == 404 || status == 400 || status == 405, path + ": " + status);
    }

    @Test
    void readerShouldNotCreateNorChange() {
        Fhir reader = Fhir.as("demo-readonly");
        String someone = "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"" + FhirPatients.mark() + "\"}]}";

        HttpResponse<String> refused = reader.send("POST", "/Patient", someone);

        assertEquals(403, refused.statusCode());
        assertEquals(
                OperationOutcome.IssueType.FORBIDDEN,
                Fhir.outcome(refused).getIssueFirstRep().getCode());
        assertEquals(200, reader.get("/Patient?_count=1").statusCode());
    }

    @Test
    void tokenForImagesShouldNotReadPatients() {
        Fhir images = new Fhir(AccessToken.of("demo-emr", "system/ImagingStudy.rs"));

        assertEquals(200, images.get("/ImagingStudy?_count=1").statusCode());
        assertEquals(403, images.get("/Patient?_count=1").statusCode());
    }

    @Test
    void withoutATokenOnlyTheStatementShouldBeGiven() {
        HttpResponse<String> refused = Http.text(HttpRequest.newBuilder(Aegle.at("/fhir/r4/Patient")));

        assertEquals(401, refused.statusCode());
        assertTrue(refused.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
        assertFalse(Fhir.outcome(refused).getIssue().isEmpty());
        assertEquals(
                200,
                Http.text(HttpRequest.newBuilder(Aegle.at("/fhir/r4/metadata"))).statusCode());
        assertEquals(
                200,
                Http.text(HttpRequest.newBuilder(Aegle.at("/fhir/r4/.well-known/smart-configuration")))
                        .statusCode());
    }

    @Test
    void partnerShouldNotTellAPatientOfTheHostFromOneThatIsNotThere() {
        String family = FhirPatients.mark();
        String id = emr.client()
                .create()
                .resource(FhirPatients.someone(family, "Hidden", "1971-05-31"))
                .execute()
                .getId()
                .getIdPart();
        Fhir lakeside = Fhir.as("lakeside-emr");

        HttpResponse<String> hidden = lakeside.get("/Patient/" + id);
        HttpResponse<String> absent = lakeside.get("/Patient/999999999");

        assertEquals(404, hidden.statusCode());
        assertEquals(absent.body().replace("999999999", id), hidden.body());
        assertEquals(0, lakeside.search("/Patient?family=" + family).getTotal());
    }
}
