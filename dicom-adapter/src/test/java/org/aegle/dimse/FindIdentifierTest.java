package org.aegle.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.refusal.Invalid;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindIdentifierTest {
    private final Attributes keys = new Attributes();

    @Test
    void emptyKeysShouldOnlyBeAskedBack() {
        level("STUDY");
        keys.setNull(Tag.PatientName, VR.PN);
        keys.setString(Tag.AccessionNumber, VR.SH, "*");

        FindIdentifier identifier = studyRoot();

        assertEquals(List.of(), identifier.restrictions());
        assertEquals(Set.of(Tag.PatientName, Tag.AccessionNumber), identifier.requested());
        assertTrue(identifier.complete());
    }

    @Test
    void severalUidsShouldBeAList() {
        level("STUDY");
        keys.setString(Tag.StudyInstanceUID, VR.UI, "1.2", "1.3");

        assertEquals(
                List.of(Restriction.where("StudyInstanceUID", new Match.Exactly(List.of("1.2", "1.3")))),
                studyRoot().restrictions());
    }

    @Test
    void rangesAndWildcardsShouldBeMeantAsTheStandardSays() {
        level("STUDY");
        keys.setString(Tag.StudyDate, VR.DA, "20260101-20260131");
        keys.setString(Tag.PatientName, VR.PN, "Cast*");

        assertEquals(
                List.of(
                        Restriction.where("StudyDate", new Match.Between("2026-01-01", "2026-01-31")),
                        Restriction.where("PatientName", new Match.Wildcard("Cast*"))),
                studyRoot().restrictions());
    }

    @Test
    void keysWithinASequenceShouldBeMatched() {
        level("SERIES");
        Attributes item = new Attributes();
        item.setString(Tag.RequestedProcedureID, VR.SH, "RP7");
        item.setString(Tag.ScheduledProcedureStepID, VR.SH, "SPS1");
        keys.newSequence(Tag.RequestAttributesSequence, 1).add(item);

        FindIdentifier identifier = studyRoot();

        assertEquals(
                List.of(new Restriction.OfOne(List.of(
                        new Restriction.Criterion(
                                "RequestAttributesSequence.ScheduledProcedureStepID", Match.is("SPS1")),
                        new Restriction.Criterion("RequestAttributesSequence.RequestedProcedureID", Match.is("RP7"))))),
                identifier.restrictions());
        assertTrue(identifier.complete());
    }

    @Test
    void keyThatCannotBeMatchedShouldBeIgnoredAndTold() {
        level("STUDY");
        keys.setString(Tag.InstitutionName, VR.LO, "Elsewhere");

        FindIdentifier identifier = studyRoot();

        assertEquals(List.of(), identifier.restrictions());
        assertFalse(identifier.complete());
    }

    @Test
    void keyOfALowerLevelShouldBeIgnoredAndTold() {
        level("STUDY");
        keys.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");

        FindIdentifier identifier = studyRoot();

        assertEquals(List.of(), identifier.restrictions());
        assertFalse(identifier.complete());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INSTANCE", "study", "PATIENT"})
    void levelThatStudyRootDoesNotHaveShouldBeRefused(String name) {
        level(name);

        DimseRefusal refusal = assertThrows(DimseRefusal.class, this::studyRoot);

        assertEquals("A900H", refusal.outcome().status().toString());
        assertEquals(List.of(Tag.QueryRetrieveLevel), refusal.outcome().offendingElements());
    }

    @Test
    void patientRootShouldHaveThePatientLevel() {
        level("PATIENT");

        FindIdentifier identifier =
                FindIdentifier.parse(context(UID.PatientRootQueryRetrieveInformationModelFind), keys);

        assertEquals(QueryRetrieveLevel.PATIENT, identifier.level());
    }

    @Test
    void valueThatIsNoDateShouldBeRefused() {
        level("STUDY");
        keys.setString(Tag.StudyDate, VR.DA, "notadate");

        assertThrows(Invalid.class, this::studyRoot);
    }

    private void level(String name) {
        keys.setString(Tag.QueryRetrieveLevel, VR.CS, name);
    }

    private FindIdentifier studyRoot() {
        return FindIdentifier.parse(context(UID.StudyRootQueryRetrieveInformationModelFind), keys);
    }

    private static PresentationContext context(String sopClassUid) {
        return new PresentationContext(1, sopClassUid, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, true, false);
    }
}
