package org.aegle.it.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C-FIND by dcmtk's findscu. PS3.4 C.4.1. */
class QueryIT {
    private static final TestStudy CT = TestStudy.smallCt(5);

    @BeforeAll
    static void store() {
        assertEquals(200, Dicomweb.as("demo-emr").store(CT.objects()).status());
    }

    @Test
    void patientShouldBeFoundByName() {
        Dcmtk found = find(
                "-P",
                "QueryRetrieveLevel=PATIENT",
                "PatientName=" + CT.family().toLowerCase() + "*",
                "PatientID",
                "PatientSex",
                "PatientBirthDate",
                "NumberOfPatientRelatedInstances");

        assertMatches(1, found);
        assertTrue(found.has("[" + CT.patient().id()), found::output);
        assertTrue(found.has("[19710309]"), found::output);
        assertTrue(found.has("IS [5 ]"), found::output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-P", "-S"})
    void studyShouldBeFoundByItsKeys(String model) {
        Dcmtk found = find(
                model,
                "QueryRetrieveLevel=STUDY",
                "AccessionNumber=" + CT.study().accessionNumber(),
                "StudyDate=20261001-20261031",
                "StudyTime=1300-1400",
                "ModalitiesInStudy=CT",
                "StudyInstanceUID",
                "NumberOfStudyRelatedInstances");

        assertMatches(1, found);
        assertTrue(found.has(CT.uid()), found::output);
        assertTrue(found.has("AE [AEGLE ]"), found::output);
    }

    @Test
    void seriesShouldBeFoundWithinItsStudy() {
        Dcmtk found = find(
                "-S", "QueryRetrieveLevel=SERIES", "StudyInstanceUID=" + CT.uid(), "SeriesInstanceUID", "Modality=CT");

        assertMatches(1, found);
        assertTrue(found.has(series()), found::output);
        assertTrue(find("-S", "QueryRetrieveLevel=SERIES", "StudyInstanceUID=" + CT.uid(), "Modality=MR")
                .has("Received Final Find Response (Success)"));
    }

    @Test
    void instancesShouldBeFoundWithWhatOnlyTheirDataSetsTell() {
        Dcmtk found = find(
                "-S",
                "QueryRetrieveLevel=IMAGE",
                "StudyInstanceUID=" + CT.uid(),
                "SeriesInstanceUID=" + series(),
                "SOPInstanceUID",
                "InstanceNumber",
                "KVP",
                "Rows");

        assertMatches(5, found);
        CT.sopInstanceUids().forEach(uid -> assertTrue(found.has(uid), found::output));
        assertEquals(5, found.count("(0018,0060) DS [120"), found::output);
        assertEquals(5, found.count("(0028,0010) US 32"), found::output);
    }

    @Test
    void listOfUidsShouldFindEach() {
        List<String> uids = CT.sopInstanceUids().subList(1, 4);

        Dcmtk found = find("-S", "QueryRetrieveLevel=IMAGE", "SOPInstanceUID=" + String.join("\\", uids));

        assertMatches(3, found);
        assertFalse(found.has(CT.sopInstanceUids().get(0)), found::output);
    }

    @Test
    void keysOfSequencesShouldBeMatchedAndComeBack() {
        String study = Part10.newUid();
        Attributes image = Part10.smallImage(study, Part10.newUid(), 1);
        Attributes procedure = image.newSequence(Tag.ProcedureCodeSequence, 1).newItem();
        procedure.setString(Tag.CodeValue, VR.SH, "P-" + study.substring(study.length() - 8));
        procedure.setString(Tag.CodingSchemeDesignator, VR.SH, "99LOCAL");
        Attributes request = image.newSequence(Tag.RequestAttributesSequence, 1).newItem();
        request.setString(Tag.RequestedProcedureID, VR.SH, "RP-5");
        assertEquals(
                200, Dicomweb.as("demo-emr").store(List.of(Part10.file(image))).status());

        Dcmtk found = find(
                "-S",
                "QueryRetrieveLevel=STUDY",
                "StudyInstanceUID",
                "ProcedureCodeSequence[0].CodeValue=" + procedure.getString(Tag.CodeValue),
                "ProcedureCodeSequence[0].CodingSchemeDesignator=99LOCAL");

        assertMatches(1, found);
        assertTrue(found.has(study), found::output);
        assertTrue(found.has("[99LOCAL"), found::output);
        assertMatches(
                0,
                find(
                        "-S",
                        "QueryRetrieveLevel=SERIES",
                        "StudyInstanceUID=" + study,
                        "RequestAttributesSequence[0].RequestedProcedureID=RP-6"));
    }

    @Test
    void unsupportedKeyShouldBeToldWithEachMatch() {
        Dcmtk found =
                find("-S", "QueryRetrieveLevel=STUDY", "StudyInstanceUID=" + CT.uid(), "InstitutionName=Elsewhere");

        assertEquals(1, found.count("(Pending: WarningUnsupportedOptionalKeys)"), found::output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PatientName", "QueryRetrieveLevel=PATIENT", "QueryRetrieveLevel=SOMETHING"})
    void identifierWithoutALevelOfItsModelShouldNotMatch(String key) {
        Dcmtk refused = find("-S", key);

        assertTrue(refused.has("Error: DataSetDoesNotMatchSOPClass"), refused::output);
    }

    @Test
    void queryShouldBeRecorded() throws SQLException {
        long last = AuditRow.last();

        find("-S", "QueryRetrieveLevel=STUDY", "StudyInstanceUID=" + CT.uid());

        AuditRow row = AuditRow.after(last, "FINDSCU").stream()
                .filter(r -> r.action().equals("SEARCH"))
                .findFirst()
                .orElseThrow();
        assertEquals("SUCCESS", row.outcome());
        assertEquals("AE", row.agentKind());
        assertTrue(row.detail().contains(CT.uid()), row.detail());
    }

    @Test
    void studyOfAnotherOrganisationShouldNotBeFound() throws SQLException {
        TestStudy theirs = TestStudy.smallCt(1);
        assertEquals(200, Dicomweb.as("lakeside-emr").store(theirs.objects()).status());

        Dcmtk found = find("-S", "QueryRetrieveLevel=STUDY", "StudyInstanceUID=" + theirs.uid());

        assertMatches(0, found);
    }

    private static String series() {
        return Part10.read(CT.objects().get(0)).dataset().getString(Tag.SeriesInstanceUID);
    }

    private static void assertMatches(int count, Dcmtk found) {
        assertEquals(count, found.count("(Pending)"), found::output);
        assertTrue(found.has("Received Final Find Response (Success)"), found::output);
    }

    private static Dcmtk find(String model, String... keys) {
        List<String> options = new ArrayList<>(List.of(model));
        for (String key : keys) {
            options.addAll(List.of("-k", key));
        }
        return Dcmtk.call("findscu", "FINDSCU", options, List.of());
    }
}
