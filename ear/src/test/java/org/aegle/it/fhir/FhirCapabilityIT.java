package org.aegle.it.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aegle.it.client.Fhir;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The CapabilityStatement says what works, all of it and nothing else. FHIR R4 capabilities 3.1.0.7. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirCapabilityIT {
    private static final Map<String, String> EXAMPLES = Map.of(
            "date", "2026-01-01",
            "token", "x",
            "string", "x",
            "reference", "Patient/1");

    private final Fhir emr = Fhir.as("demo-emr");
    private final CapabilityStatement statement =
            Fhir.parse(CapabilityStatement.class, emr.get("/metadata").body());

    @Test
    void statementShouldListTheTypesAndInteractionsThereAre() {
        assertEquals("4.0.1", statement.getFhirVersion().toCode());
        assertEquals(
                Map.of(
                        "Patient",
                        Set.of("read", "vread", "history-instance", "search-type", "create", "update"),
                        "ImagingStudy",
                        Set.of("read", "search-type")),
                resources().stream()
                        .collect(Collectors.toMap(
                                CapabilityStatementRestResourceComponent::getType, FhirCapabilityIT::interactions)));
    }

    @Test
    void statementShouldListTheSearchParametersOfTheConformanceStatement() {
        assertEquals(
                Set.of("_id", "identifier", "name", "family", "given", "birthdate", "gender"), parameters("Patient"));
        assertEquals(
                Set.of("_id", "identifier", "patient", "subject", "started", "modality"), parameters("ImagingStudy"));
    }

    @Test
    void everyListedParameterShouldBeAnswered() {
        for (CapabilityStatementRestResourceComponent resource : resources()) {
            resource.getSearchParam().forEach(parameter -> {
                String path = "/" + resource.getType() + "?" + parameter.getName() + "="
                        + EXAMPLES.get(parameter.getType().toCode());
                assertEquals(200, emr.get(path).statusCode(), path);
            });
        }
    }

    @Test
    void everyInteractionThatIsNotListedShouldBeRefused() {
        assertRefused(emr.send("DELETE", "/Patient/1", ""));
        assertRefused(emr.send("PATCH", "/Patient/1", "[]"));
        assertRefused(emr.get("/Patient/_history"));
        assertRefused(emr.send("POST", "/ImagingStudy", "{\"resourceType\":\"ImagingStudy\"}"));
        assertRefused(emr.send("PUT", "/ImagingStudy/1.2.3", "{\"resourceType\":\"ImagingStudy\",\"id\":\"1.2.3\"}"));
        assertRefused(emr.send("DELETE", "/ImagingStudy/1.2.3", ""));
        assertRefused(emr.get("/ImagingStudy/1.2.3/_history"));
        assertRefused(emr.send("POST", "/", "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}"));
    }

    @Test
    void updateShouldNotCreateSinceTheStatementSaysSo() {
        HttpResponse<String> response = emr.send(
                "PUT",
                "/Patient/999999999",
                "{\"resourceType\":\"Patient\",\"id\":\"999999999\",\"name\":[{\"family\":\"A\"}]}");

        assertEquals(false, resource("Patient").getUpdateCreate());
        assertEquals(404, response.statusCode());
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertTrue(
                response.statusCode() >= 400 && response.statusCode() < 500,
                () -> response.request().method() + " " + response.uri() + ": " + response.statusCode());
        assertEquals(
                "ERROR", Fhir.outcome(response).getIssueFirstRep().getSeverity().name());
    }

    private List<CapabilityStatementRestResourceComponent> resources() {
        return statement.getRestFirstRep().getResource();
    }

    private CapabilityStatementRestResourceComponent resource(String type) {
        return resources().stream()
                .filter(r -> r.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> parameters(String type) {
        return resource(type).getSearchParam().stream()
                .map(p -> p.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> interactions(CapabilityStatementRestResourceComponent resource) {
        return resource.getInteraction().stream()
                .map(i -> i.getCode())
                .map(TypeRestfulInteraction::toCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
