package org.aegle.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.junit.jupiter.api.Test;

class RetrieveIdentifierTest {
    private final Attributes identifier = new Attributes();

    @Test
    void keysOfTheLevelAndAboveShouldNarrow() {
        identifier.setString(Tag.QueryRetrieveLevel, VR.CS, "IMAGE");
        identifier.setString(Tag.StudyInstanceUID, VR.UI, "1.2");
        identifier.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3", "1.2.4");

        assertEquals(
                List.of(
                        Restriction.where("StudyInstanceUID", Match.is("1.2")),
                        Restriction.where("SOPInstanceUID", new Match.Exactly(List.of("1.2.3", "1.2.4")))),
                parse());
    }

    @Test
    void keysBelowTheLevelShouldNotNarrow() {
        identifier.setString(Tag.QueryRetrieveLevel, VR.CS, "STUDY");
        identifier.setString(Tag.StudyInstanceUID, VR.UI, "1.2");
        identifier.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");

        assertEquals(List.of(Restriction.where("StudyInstanceUID", Match.is("1.2"))), parse());
    }

    @Test
    void missingKeyOfTheLevelShouldBeRefusedByName() {
        identifier.setString(Tag.QueryRetrieveLevel, VR.CS, "SERIES");
        identifier.setString(Tag.StudyInstanceUID, VR.UI, "1.2");

        DimseRefusal refusal = assertThrows(DimseRefusal.class, this::parse);

        assertEquals("A900H", refusal.outcome().status().toString());
        assertEquals(List.of(Tag.SeriesInstanceUID), refusal.outcome().offendingElements());
    }

    @Test
    void patientLevelShouldNotBeOfStudyRoot() {
        identifier.setString(Tag.QueryRetrieveLevel, VR.CS, "PATIENT");
        identifier.setString(Tag.PatientID, VR.LO, "P1");

        assertThrows(DimseRefusal.class, this::parse);
    }

    private List<Restriction> parse() {
        return RetrieveIdentifier.parse(
                new PresentationContext(
                        1,
                        UID.StudyRootQueryRetrieveInformationModelGet,
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                        true,
                        false),
                identifier);
    }
}
