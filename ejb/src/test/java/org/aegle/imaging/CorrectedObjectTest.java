package org.aegle.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectedObjectTest {
    private static final int PIXELS = 256 * 256;
    private static final Instant AT = Instant.parse("2026-11-25T01:02:03.000004Z");
    private static final PatientDemographics RIGHT = PatientDemographics.of(
            HumanName.of("Richter", "Ruth"),
            new PartialDate("1980-02-29"),
            AdministrativeGender.FEMALE,
            List.of(PatientIdentifier.of("HOSPITAL", "R-1")));

    private final DicomReader reader = new DicomReader();
    private final byte[] pixels = new byte[PIXELS];

    CorrectedObjectTest() {
        new Random(7).nextBytes(pixels);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.ImplicitVRLittleEndian,
                UID.ExplicitVRLittleEndian,
                UID.ExplicitVRBigEndian,
                UID.DeflatedExplicitVRLittleEndian
            })
    void everyEncodingShouldTellTheRightPatientAndKeepThePixels(String syntax) throws IOException {
        byte[] stored = file(image(), TransferSyntax.find(syntax).orElseThrow());

        byte[] served = serve(stored, new Correction(AT, "SCANNER", PatientAttributes.of(RIGHT, true)));

        DicomObject object = reader.read(new ByteArrayInputStream(served));
        assertEquals(syntax, object.transferSyntax().uid());
        assertEquals(List.of(), object.findings());
        assertEquals("Richter^Ruth", object.dataset().getString(Tag.PatientName));
        assertEquals("R-1", object.dataset().getString(Tag.PatientID));
        assertEquals("HOSPITAL", object.dataset().getString(Tag.IssuerOfPatientID));
        assertEquals("19800229", object.dataset().getString(Tag.PatientBirthDate));
        assertTrue(object.dataset().contains(Tag.PatientAddress));
        assertFalse(object.dataset().containsValue(Tag.PatientAddress));
        assertFalse(object.dataset().contains(Tag.MedicalRecordLocator));
        assertArrayEquals(pixels, pixels(served, object));
    }

    @Test
    void whatItCameWithShouldBeInTheOriginalAttributesSequence() throws IOException {
        byte[] stored = file(image(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        byte[] served = serve(stored, new Correction(AT, "SCANNER", PatientAttributes.of(RIGHT, true)));

        Attributes item = reader.read(new ByteArrayInputStream(served))
                .dataset()
                .findItem(Tag.OriginalAttributesSequence)
                .orElseThrow();
        assertEquals("20261125010203.000004+0000", item.getString(Tag.AttributeModificationDateTime));
        assertEquals("AEGLE", item.getString(Tag.ModifyingSystem));
        assertEquals("SCANNER", item.getString(Tag.SourceOfPreviousValues));
        assertEquals("CORRECT", item.getString(Tag.ReasonForTheAttributeModification));
        Attributes before = item.findItem(Tag.ModifiedAttributesSequence).orElseThrow();
        assertEquals("Falsch^Franz", before.getString(Tag.PatientName));
        assertEquals("F-9", before.getString(Tag.PatientID));
        assertEquals("M", before.getString(Tag.PatientSex));
        assertEquals("Wrong Street 1", before.getString(Tag.PatientAddress));
    }

    @Test
    void nameBeyondTheCharacterSetShouldTurnTheObjectIntoUtf8() throws IOException {
        Attributes image = image();
        image.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        image.setString(Tag.StudyDescription, VR.LO, "Schädel");
        PatientDemographics greek = PatientDemographics.of(
                HumanName.of("Παπαδοπούλου", "Ελένη"),
                PartialDate.NONE,
                AdministrativeGender.FEMALE,
                RIGHT.identifiers());

        byte[] served = serve(
                file(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                new Correction(AT, "", PatientAttributes.of(greek, false)));

        DicomObject object = reader.read(new ByteArrayInputStream(served));
        assertEquals("ISO_IR 192", object.dataset().getString(Tag.SpecificCharacterSet));
        assertEquals("Παπαδοπούλου^Ελένη", object.dataset().getString(Tag.PatientName));
        assertEquals("Schädel", object.dataset().getString(Tag.StudyDescription));
        assertArrayEquals(pixels, pixels(served, object));
    }

    @Test
    void newInstanceUidShouldBeInTheFileMetaInformationToo() throws IOException {
        Attributes name = new Attributes();
        name.setString(Tag.SOPInstanceUID, VR.UI, "2.25.4711");

        byte[] served = serve(file(image(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), new Correction(AT, "", name));

        DicomObject object = reader.read(new ByteArrayInputStream(served));
        assertEquals("2.25.4711", object.dataset().getString(Tag.SOPInstanceUID));
        assertEquals("2.25.4711", object.findFileMetaInformation().orElseThrow().mediaStorageSopInstanceUid());
    }

    @Test
    void correctionShouldComeBackFromTheDatabaseAsItWas() {
        Correction correction = new Correction(AT, "SCANNER", PatientAttributes.of(RIGHT, true));

        Correction back = Correction.parse(correction.text());

        assertEquals(correction.text(), back.text());
        assertEquals(AT, back.at());
        assertTrue(back.attributes().contains(Tag.OtherPatientIDsSequence));
        assertTrue(Correction.parse("").isNone());
    }

    private Attributes image() {
        Attributes image = new Attributes();
        image.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3.4");
        image.setString(Tag.StudyInstanceUID, VR.UI, "1.2.3");
        image.setString(Tag.PatientName, VR.PN, "Falsch^Franz");
        image.setString(Tag.PatientID, VR.LO, "F-9");
        image.setString(Tag.PatientBirthDate, VR.DA, "19500101");
        image.setString(Tag.PatientSex, VR.CS, "M");
        image.setString(Tag.PatientAddress, VR.LO, "Wrong Street 1");
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, 256);
        image.setInt(Tag.Columns, VR.US, 256);
        image.setInt(Tag.BitsAllocated, VR.US, 8);
        image.setBytes(Tag.PixelData, VR.OB, pixels);
        return image;
    }

    private byte[] serve(byte[] stored, Correction correction) throws IOException {
        DicomObject object = reader.read(new ByteArrayInputStream(stored));
        CorrectedObject corrected = new CorrectedObject(
                object, correction, (offset, length) -> range(stored, object, offset, length), stored.length);
        return corrected.file().readAllBytes();
    }

    private InputStream range(byte[] stored, DicomObject object, long offset, long length) throws IOException {
        byte[] clear = object.transferSyntax().deflated()
                ? reader.inflated(new ByteArrayInputStream(stored), object.datasetOffset())
                        .readAllBytes()
                : stored;
        return new ByteArrayInputStream(Arrays.copyOfRange(clear, (int) offset, (int) (offset + length)));
    }

    private byte[] pixels(byte[] served, DicomObject object) throws IOException {
        var range = FrameIndex.of(object).frame(1).get(0);
        return range(served, object, range.offset(), range.length()).readAllBytes();
    }

    private static byte[] file(Attributes dataset, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(FileMetaInformation.of(dataset, syntax), dataset, out);
        return out.toByteArray();
    }
}
