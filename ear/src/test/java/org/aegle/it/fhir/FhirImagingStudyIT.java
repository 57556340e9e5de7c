package org.aegle.it.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.aegle.dicom.data.UID;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Fhir;
import org.aegle.it.client.TestStudy;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What came by DICOM is found by FHIR: ImagingStudy with its Endpoint. FHIR R4 ImagingStudy; IHE RAD WIA. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirImagingStudyIT {
    private final Fhir emr = Fhir.as("demo-emr");
    private final TestStudy ct = TestStudy.smallCt(3);

    FhirImagingStudyIT() {
        Dicomweb.as("demo-emr").store(ct.objects());
    }

    @Test
    void studyShouldBeFoundByItsUid() {
        assertFinds("identifier=" + Fhir.encoded("urn:dicom:uid|urn:oid:" + ct.uid()));
        assertFinds("identifier=" + Fhir.encoded("urn:oid:" + ct.uid()));
        assertFinds("_id=" + ct.uid());
    }

    @Test
    void studyShouldBeFoundByItsAccessionNumber() {
        assertFinds("identifier=" + ct.study().accessionNumber());
    }

    @Test
    void studyShouldBeFoundByItsPatientWhoWasRegisteredWithIt() {
        List<Patient> patients =
                emr.all(Patient.class, "/Patient?identifier=" + ct.patient().id());

        assertEquals(1, patients.size());
        assertEquals(ct.family(), patients.get(0).getNameFirstRep().getFamily());
        String id = patients.get(0).getIdElement().getIdPart();
        assertFinds("patient=" + id);
        assertFinds("patient=Patient/" + id);
        assertFinds("subject=Patient/" + id);
    }

    @Test
    void studyShouldBeFoundByDateAndModality() {
        String accession = "identifier=" + ct.study().accessionNumber();

        assertFinds(accession + "&started=2026-10-05");
        assertFinds(accession + "&started=ge2026-10-01&started=lt2026-11-01");
        assertFinds(accession + "&modality=CT");
        assertFinds(accession + "&modality=MR,CT");
        assertEquals(List.of(), found(accession + "&started=2026-10-06"));
        assertEquals(List.of(), found(accession + "&modality=MR"));
    }

    @Test
    void studyShouldTellItsSeriesAndInstances() {
        ImagingStudy study = emr.client()
                .read()
                .resource(ImagingStudy.class)
                .withId(ct.uid())
                .execute();

        assertEquals(ImagingStudy.ImagingStudyStatus.AVAILABLE, study.getStatus());
        assertEquals(1, study.getNumberOfSeries());
        assertEquals(3, study.getNumberOfInstances());
        assertEquals(ct.study().description(), study.getDescription());
        assertEquals("CT", study.getModalityFirstRep().getCode());
        assertEquals("2026-10-05", study.getStartedElement().getValueAsString().substring(0, 10));
        ImagingStudy.ImagingStudySeriesComponent series = study.getSeriesFirstRep();
        assertEquals(
                ct.sopInstanceUids(),
                series.getInstance().stream()
                        .map(ImagingStudy.ImagingStudySeriesInstanceComponent::getUid)
                        .toList());
        assertEquals(
                "urn:oid:" + UID.CTImageStorage,
                series.getInstanceFirstRep().getSopClass().getCode());
    }

    @Test
    void endpointShouldLeadToTheImages() {
        ImagingStudy study = emr.client()
                .read()
                .resource(ImagingStudy.class)
                .withId(ct.uid())
                .execute();

        Endpoint endpoint = (Endpoint) study.getEndpointFirstRep().getResource();
        assertEquals("dicom-wado-rs", endpoint.getConnectionType().getCode());
        assertTrue(endpoint.getAddress().endsWith("/dicom-web"));
        assertEquals(
                200,
                Dicomweb.as("demo-readonly")
                        .get("/studies/" + study.getIdElement().getIdPart() + "/metadata")
                        .statusCode());
    }

    @Test
    void partnerShouldNotFindTheStudy() {
        Fhir lakeside = Fhir.as("lakeside-emr");

        assertEquals(404, lakeside.get("/ImagingStudy/" + ct.uid()).statusCode());
        assertEquals(
                0,
                lakeside.search("/ImagingStudy?identifier=urn:oid:" + ct.uid()).getTotal());
    }

    private void assertFinds(String query) {
        assertEquals(List.of(ct.uid()), found(query), query);
    }

    private List<String> found(String query) {
        return emr.all(ImagingStudy.class, "/ImagingStudy?" + query).stream()
                .map(study -> study.getIdElement().getIdPart())
                .toList();
    }
}
