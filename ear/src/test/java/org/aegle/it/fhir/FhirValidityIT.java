package org.aegle.it.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpResponse;
import java.util.List;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Fhir;
import org.aegle.it.client.TestStudy;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HL7's validator finds no error in anything that FHIR answers. FHIR R4 validation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirValidityIT {
    private final Fhir emr = Fhir.as("demo-emr");
    private final R4Validator validator = new R4Validator();
    private final TestStudy ct = TestStudy.smallCt(2);

    FhirValidityIT() {
        Dicomweb.as("demo-emr").store(ct.objects());
    }

    @Test
    void validatorShouldFindWhatIsWrong() {
        assertFalse(validator
                .errors("{\"resourceType\":\"Patient\",\"gender\":\"f\"}")
                .isEmpty());
        assertFalse(validator
                .errors("{\"resourceType\":\"ImagingStudy\",\"id\":\"x\",\"status\":\"available\"}")
                .isEmpty());
    }

    @Test
    void patientsOfTheDemoHospitalShouldBeValid() {
        List<Patient> patients =
                emr.all(Patient.class, "/Patient?identifier=D-10001,D-10002,D-10003,D-10004,D-10005,D-10006");

        assertEquals(6, patients.size());
        for (Patient patient : patients) {
            assertValid("/Patient/" + patient.getIdElement().getIdPart());
        }
    }

    @Test
    void patientWithANameInHisOwnScriptShouldBeValidAndKeepIt() {
        Patient yamada = emr.all(Patient.class, "/Patient?identifier=D-10004").get(0);

        assertEquals(
                List.of("Yamada", "山田", "やまだ"),
                yamada.getName().stream().map(n -> n.getFamily()).toList());
        assertValid("/Patient/" + yamada.getIdElement().getIdPart() + "/_history");
    }

    @Test
    void patientWhoCameWithImagesShouldBeValid() {
        Patient patient = emr.all(
                        Patient.class, "/Patient?identifier=" + ct.patient().id())
                .get(0);

        assertValid("/Patient/" + patient.getIdElement().getIdPart());
    }

    @Test
    void imagingStudiesShouldBeValid() {
        assertValid("/ImagingStudy/" + ct.uid());
        emr.search("/ImagingStudy?_sort=started&_count=10").getEntry().stream()
                .map(entry -> (ImagingStudy) entry.getResource())
                .forEach(study ->
                        assertValid("/ImagingStudy/" + study.getIdElement().getIdPart()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metadata",
                "/Patient?_count=10",
                "/Patient?_count=0",
                "/Patient?family=Nobody-has-this-name",
                "/Patient?name=a&_summary=true",
                "/Patient?_count=5&_elements=name",
                "/ImagingStudy?_count=10",
                "/ImagingStudy?modality=CT&_sort=-started"
            })
    void bundlesAndStatementShouldBeValid(String path) {
        assertValid(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient/999999999",
                "/Patient?shoesize=43",
                "/Patient?birthdate=yesterday",
                "/ImagingStudy/1.2.3",
                "/Observation/1"
            })
    void refusalsShouldBeValidOutcomes(String path) {
        HttpResponse<String> response = emr.get(path);

        assertFalse(response.statusCode() < 400);
        assertEquals(List.of(), validator.errors(response.body()), response.body());
    }

    private void assertValid(String path) {
        HttpResponse<String> response = emr.get(path);
        assertEquals(200, response.statusCode(), path);
        assertEquals(List.of(), validator.errors(response.body()), path + ": " + response.body());
    }
}
