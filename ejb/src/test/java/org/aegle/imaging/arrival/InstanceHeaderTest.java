package org.aegle.imaging.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.imaging.ImagingDocuments;
import org.junit.jupiter.api.Test;

class InstanceHeaderTest {
    private final Attributes dataset = image();

    @Test
    void whatIsSearchedByShouldBeTakenFromTheObject() throws Exception {
        ArrivedInstance arrived = arrive();
        assertEquals("2.25.1", arrived.identity().studyInstanceUid());
        assertEquals("Yamada, Tarou", arrived.identity().patientName());
        assertEquals("山田^太郎", arrived.patient().name().ideographic());
        assertEquals(Optional.of(LocalDate.of(2026, 5, 31)), arrived.study().date());
        assertEquals("101500.000000", arrived.study().time());
        assertEquals("CT", arrived.series().modality());
        assertEquals(7, arrived.instance().number().orElseThrow());
        assertEquals(1, arrived.instance().frames());
    }

    @Test
    void framesShouldBeFoundAgainByTheStoredIndex() throws Exception {
        FrameIndex index = FrameIndex.fromBytes(arrive().instance().frameIndex());
        assertEquals(1, index.frameCount());
        assertEquals(32, index.frameLength(1));
    }

    @Test
    void metadataShouldHaveTheDatasetAndKeepNamesInAllScripts() throws Exception {
        Attributes back = ImagingDocuments.read(arrive().instance().document());
        assertEquals("Yamada^Tarou=山田^太郎", back.getString(Tag.PatientName));
        assertEquals("CT", back.getString(Tag.Modality));
    }

    @Test
    void aTimeThatIsNoneShouldStayUnknown() throws Exception {
        dataset.setString(Tag.StudyTime, VR.TM, "noon");
        dataset.setString(Tag.StudyDate, VR.DA, "20261399");
        ArrivedInstance arrived = arrive();
        assertEquals("", arrived.study().time());
        assertEquals(Optional.empty(), arrived.study().date());
    }

    @Test
    void anObjectWithoutAStudyShouldBeRefusedByThatName() {
        dataset.remove(Tag.StudyInstanceUID);
        UnfitObject unfit = assertThrows(UnfitObject.class, this::arrive);
        assertEquals(RefusalReason.MISSING_IDENTIFIER, unfit.reason());
        assertEquals("StudyInstanceUID", unfit.detail());
    }

    @Test
    void aDirectoryOfAMediumShouldNotBeStored() {
        dataset.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.1.3.10");
        assertEquals(
                RefusalReason.NOT_STORABLE,
                assertThrows(UnfitObject.class, this::arrive).reason());
    }

    @Test
    void aPrivateSopClassShouldBeStoredWhenItIsAllowed() throws Exception {
        dataset.setString(Tag.SOPClassUID, VR.UI, "1.3.6.1.4.1.99999.7");
        assertEquals("1.3.6.1.4.1.99999.7", arrive().identity().sopClassUid());
        dataset.setString(Tag.SOPClassUID, VR.UI, "1.3.6.1.4.1.99999.8");
        assertEquals(
                RefusalReason.NOT_STORABLE,
                assertThrows(UnfitObject.class, this::arrive).reason());
    }

    @Test
    void whatTheDatabaseCannotHoldShouldNotReachIt() throws Exception {
        dataset.setString(Tag.StudyDescription, VR.LO, "a\u0000b" + "x".repeat(500));
        String description = arrive().study().description();
        assertEquals(200, description.length());
        assertTrue(description.startsWith("ab"));
    }

    private ArrivedInstance arrive() throws IOException, UnfitObject {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DicomWriter()
                .write(FileMetaInformation.of(dataset, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), dataset, bytes);
        return InstanceHeader.of(
                new DicomReader().read(new ByteArrayInputStream(bytes.toByteArray())), "1.3.6.1.4.1.99999.7"::equals);
    }

    private static Attributes image() {
        Attributes image = new Attributes();
        image.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        image.setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, "2.25.3");
        image.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.2");
        image.setString(Tag.StudyInstanceUID, VR.UI, "2.25.1");
        image.setString(Tag.StudyDate, VR.DA, "20260531");
        image.setString(Tag.StudyTime, VR.TM, "1015");
        image.setString(Tag.Modality, VR.CS, "CT");
        image.setString(Tag.PatientName, VR.PN, "Yamada^Tarou=山田^太郎");
        image.setString(Tag.PatientID, VR.LO, "P1");
        image.setString(Tag.InstanceNumber, VR.IS, "7");
        image.setInt(Tag.Rows, VR.US, 4);
        image.setInt(Tag.Columns, VR.US, 4);
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setInt(Tag.BitsAllocated, VR.US, 16);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setBytes(Tag.PixelData, VR.OW, new byte[32]);
        return image;
    }
}
