package org.aegle.dicom.deidentify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.PhantomStudy;
import org.aegle.dicom.phantom.SheppLoganHead;
import org.junit.jupiter.api.Test;

class DeidentifierTest {
    private static final ProjectKey KEY = new ProjectKey(new byte[32]);
    private static final PhantomPatient PATIENT =
            new PhantomPatient("Lovelace^Ada", "MRN1", "AEGLE", LocalDate.of(1980, 12, 10), "F");
    private static final PhantomStudy STUDY = new PhantomStudy(
            "2.25.4711", LocalDateTime.of(2026, 3, 1, 9, 30), "ACC1", "Head", "Nightingale^Florence", "Aegle Hospital");

    private static List<byte[]> study() {
        return new SheppLoganHead(32, 4).instances(PATIENT, STUDY).toList();
    }

    private static Attributes read(byte[] file) throws IOException {
        return new DicomReader().read(new ByteArrayInputStream(file)).dataset();
    }

    private static byte[] deidentified(byte[] file, ProjectKey key, ProfileOption... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Deidentifier(DeidentificationProfile.basic(options), key).deidentify(ObjectSource.of(file), out);
        return out.toByteArray();
    }

    @Test
    void referencesWithinAStudyShouldStillMeet() throws IOException {
        List<Attributes> images = new ArrayList<>();
        for (byte[] file : study()) {
            images.add(read(file));
        }
        Attributes report = report(images);
        Deidentifier deidentifier =
                new Deidentifier(DeidentificationProfile.basic(ProfileOption.CLEAN_STRUCTURED_CONTENT), KEY);
        Attributes cleanReport = deidentifier.deidentify(report).dataset();
        Attributes evidence = cleanReport
                .findItem(Tag.CurrentRequestedProcedureEvidenceSequence)
                .orElseThrow();
        Attributes series = evidence.findItem(Tag.ReferencedSeriesSequence).orElseThrow();
        for (int i = 0; i < images.size(); i++) {
            Attributes clean = deidentifier.deidentify(images.get(i)).dataset();
            String uid = clean.getString(Tag.SOPInstanceUID);
            assertNotEquals(images.get(i).getString(Tag.SOPInstanceUID), uid);
            assertTrue(uid.matches("2\\.25\\.[1-9]\\d{0,38}"));
            assertEquals(
                    uid, series.getSequence(Tag.ReferencedSOPSequence).get(i).getString(Tag.ReferencedSOPInstanceUID));
            assertEquals(
                    uid,
                    cleanReport
                            .getSequence(Tag.ContentSequence)
                            .get(i)
                            .findItem(Tag.ReferencedSOPSequence)
                            .orElseThrow()
                            .getString(Tag.ReferencedSOPInstanceUID));
            assertEquals(evidence.getString(Tag.StudyInstanceUID), clean.getString(Tag.StudyInstanceUID));
            assertEquals(series.getString(Tag.SeriesInstanceUID), clean.getString(Tag.SeriesInstanceUID));
            assertEquals(UID.CTImageStorage, clean.getString(Tag.SOPClassUID));
        }
    }

    private static Attributes report(List<Attributes> images) {
        Attributes report = new Attributes();
        report.setString(Tag.SOPClassUID, VR.UI, UID.BasicTextSRStorage);
        Attributes evidence = report.newSequence(Tag.CurrentRequestedProcedureEvidenceSequence, 1)
                .newItem();
        evidence.setString(Tag.StudyInstanceUID, VR.UI, images.get(0).getString(Tag.StudyInstanceUID));
        Attributes series =
                evidence.newSequence(Tag.ReferencedSeriesSequence, 1).newItem();
        series.setString(Tag.SeriesInstanceUID, VR.UI, images.get(0).getString(Tag.SeriesInstanceUID));
        var instances = series.newSequence(Tag.ReferencedSOPSequence, images.size());
        var content = report.newSequence(Tag.ContentSequence, images.size());
        for (Attributes image : images) {
            reference(instances.newItem(), image);
            reference(
                    content.newItem().newSequence(Tag.ReferencedSOPSequence, 1).newItem(), image);
        }
        return report;
    }

    private static void reference(Attributes item, Attributes image) {
        item.setString(Tag.ReferencedSOPClassUID, VR.UI, image.getString(Tag.SOPClassUID));
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, image.getString(Tag.SOPInstanceUID));
    }

    @Test
    void theSameKeyShouldGiveTheSameBytesAndAnotherKeyOthers() throws IOException {
        byte[] file = study().get(0);
        byte[] once = deidentified(file, KEY, ProfileOption.RETAIN_MODIFIED_DATES);
        assertArrayEquals(once, deidentified(file, KEY, ProfileOption.RETAIN_MODIFIED_DATES));
        byte[] other = new byte[32];
        other[31] = 1;
        Attributes others = read(deidentified(file, new ProjectKey(other), ProfileOption.RETAIN_MODIFIED_DATES));
        for (int tag : new int[] {Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.PatientID, Tag.StudyDate}) {
            assertNotEquals(read(once).getString(tag), others.getString(tag));
        }
    }

    @Test
    void identifiersOfAHundredThousandShouldAllDiffer() {
        UidMapping mapping = new UidMapping(KEY);
        Set<String> uids = IntStream.range(0, 100_000)
                .mapToObj(i -> mapping.map("1.2.3." + i))
                .collect(Collectors.toSet());
        assertEquals(100_000, uids.size());
        assertEquals(UID.CTImageStorage, mapping.map(UID.CTImageStorage));
        assertEquals("", mapping.map(""));
    }

    @Test
    void datesOfAPatientShouldShiftAlikeAndTimesStay() throws IOException {
        Map<String, Long> shifts = new HashMap<>();
        for (String patient : new String[] {"MRN1", "MRN2", "MRN3"}) {
            Attributes set = new Attributes();
            set.setString(Tag.PatientID, VR.LO, patient);
            set.setString(Tag.StudyDate, VR.DA, "20240229");
            set.setString(Tag.StudyTime, VR.TM, "101112.5");
            set.setString(Tag.SeriesDate, VR.DA, "20240301");
            set.setString(Tag.AcquisitionDateTime, VR.DT, "20240229101112.123456+0100");
            set.setString(Tag.ContentDate, VR.DA, "yesterday");
            set.setString(Tag.ContentTime, VR.TM, "Smith^John");
            Attributes out = new Deidentifier(DeidentificationProfile.basic(ProfileOption.RETAIN_MODIFIED_DATES), KEY)
                    .deidentify(set)
                    .dataset();
            LocalDate study = out.findDate(Tag.StudyDate).orElseThrow();
            assertEquals(
                    1,
                    ChronoUnit.DAYS.between(study, out.findDate(Tag.SeriesDate).orElseThrow()));
            assertEquals("101112.5", out.getString(Tag.StudyTime));
            assertEquals(out.getString(Tag.StudyDate) + "101112.123456+0100", out.getString(Tag.AcquisitionDateTime));
            assertEquals("19000101", out.getString(Tag.ContentDate), "no date, no shift");
            assertEquals("000000", out.getString(Tag.ContentTime));
            assertEquals("MODIFIED", out.getString(Tag.LongitudinalTemporalInformationModified));
            long days = ChronoUnit.DAYS.between(study, LocalDate.of(2024, 2, 29));
            assertTrue(days >= 365 && days <= 3651, days + " days");
            shifts.put(patient, days);
        }
        assertEquals(3, Set.copyOf(shifts.values()).size());
    }

    @Test
    void datesOfLowerPrecisionShouldKeepIt() {
        DateShift shift = DateShift.of(KEY, "MRN1");
        assertEquals(4, shift.shift("2024", VR.DT).orElseThrow().length());
        assertEquals(6, shift.shift("202402", VR.DT).orElseThrow().length());
        assertEquals(8, shift.shift("2024.02.29", VR.DA).orElseThrow().length());
        assertTrue(shift.shift("20240230", VR.DA).isEmpty());
        assertTrue(shift.shift("20240229x", VR.DT).isEmpty());
        assertEquals("10:11:12", shift.shift("10:11:12", VR.TM).orElseThrow());
    }

    @Test
    void objectShouldTellWhatWasDoneToIt() throws IOException {
        Attributes out = read(deidentified(
                study().get(0),
                KEY,
                ProfileOption.RETAIN_FULL_DATES,
                ProfileOption.CLEAN_PIXEL_DATA,
                ProfileOption.CLEAN_RECOGNIZABLE_VISUAL_FEATURES));
        assertEquals("YES", out.getString(Tag.PatientIdentityRemoved));
        List<String> codes = out.getSequence(Tag.DeidentificationMethodCodeSequence).stream()
                .map(code -> code.getString(Tag.CodeValue))
                .toList();
        // Neither pixels nor faces were cleaned, so neither is claimed.
        assertEquals(List.of("113100", "113106"), codes);
        assertEquals("UNMODIFIED", out.getString(Tag.LongitudinalTemporalInformationModified));
        assertEquals("20260301", out.getString(Tag.StudyDate));
        assertFalse(out.getString(Tag.PatientID).isEmpty());
        assertEquals(out.getString(Tag.PatientID), out.getString(Tag.PatientName));
    }

    @Test
    void whatAPersonShouldLookAtShouldBeFound() throws DeidentificationRefused, IOException {
        Attributes image = read(study().get(0));
        image.setString(Tag.RecognizableVisualFeatures, VR.CS, "YES");
        image.setInt(0x6000_0010, VR.US, 1);
        image.setBytes(0x6000_3000, VR.OW, new byte[2]);
        DeidentificationProfile profile =
                DeidentificationProfile.basic(ProfileOption.CLEAN_RECOGNIZABLE_VISUAL_FEATURES);
        Deidentified out = new Deidentifier(profile, KEY).deidentify(image);
        assertEquals(
                Set.of(
                        DeidentificationFinding.BURNED_IN_ANNOTATION_UNKNOWN,
                        DeidentificationFinding.RECOGNIZABLE_VISUAL_FEATURES,
                        DeidentificationFinding.RECOGNIZABLE_VISUAL_FEATURES_NOT_CLEANED,
                        DeidentificationFinding.OVERLAYS_REMOVED),
                out.findings());
        assertTrue(Arrays.stream(out.dataset().tags()).noneMatch(tag -> tag >>> 16 == 0x6000));
    }

    @Test
    void encapsulatedDocumentShouldBecomeABlankOne() throws DeidentificationRefused {
        Attributes document = new Attributes();
        document.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf");
        document.setBytes(Tag.EncapsulatedDocument, VR.OB, new byte[1000]);
        document.setLong(Tag.EncapsulatedDocumentLength, VR.UL, 999);
        Deidentified out = new Deidentifier(DeidentificationProfile.basic(), KEY).deidentify(document);
        String pdf = new String(out.dataset().getBytes(Tag.EncapsulatedDocument), StandardCharsets.US_ASCII);
        assertTrue(pdf.startsWith("%PDF-1.4") && pdf.stripTrailing().endsWith("%%EOF"));
        int table = pdf.indexOf("xref\n");
        assertTrue(pdf.contains("startxref\n" + table + "\n"));
        assertTrue(pdf.contains("%010d 00000 n".formatted(pdf.indexOf("2 0 obj"))));
        assertEquals(pdf.length(), out.dataset().getLong(Tag.EncapsulatedDocumentLength, 0));
        assertEquals(Set.of(DeidentificationFinding.DOCUMENT_BLANKED), out.findings());
    }

    @Test
    void textShouldPassTheCleanerOfTheCaller() throws DeidentificationRefused {
        DeidentificationProfile profile = DeidentificationProfile.basic(ProfileOption.CLEAN_DESCRIPTORS)
                .withTextCleaner((tag, text) -> tag == Tag.StudyDescription ? text.replace("Ada", "") : "");
        Attributes set = new Attributes();
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        set.setString(Tag.StudyDescription, VR.LO, "Schädel Ada");
        set.setString(Tag.SeriesDescription, VR.LO, "Ada's head");
        set.setString(Tag.ProtocolName, VR.LO, "for Ada");
        Attributes out = new Deidentifier(profile, KEY).deidentify(set).dataset();
        assertEquals("Schädel", out.getString(Tag.StudyDescription));
        assertFalse(out.contains(Tag.SeriesDescription), "X when nothing is left");
        assertEquals("REMOVED", out.getString(Tag.ProtocolName), "D when nothing is left");
    }

    @Test
    void fullAndModifiedDatesShouldExcludeEachOther() {
        assertThrows(
                IllegalArgumentException.class,
                () -> DeidentificationProfile.basic(
                        ProfileOption.RETAIN_FULL_DATES, ProfileOption.RETAIN_MODIFIED_DATES));
        assertThrows(IllegalArgumentException.class, () -> new ProjectKey(new byte[31]));
    }

    @Test
    void directoryShouldBeRefused() {
        Attributes directory = new Attributes();
        directory.setNull(Tag.DirectoryRecordSequence, VR.SQ);
        DeidentificationRefused refused =
                assertThrows(DeidentificationRefused.class, () -> new Deidentifier(DeidentificationProfile.basic(), KEY)
                        .deidentify(directory));
        assertEquals(DeidentificationRefused.Reason.MEDIA_DIRECTORY, refused.reason());
    }

    @Test
    void elementsOfAnotherKindThanTheirTagShouldTellNothing() throws DeidentificationRefused {
        byte[] name = "Lovelace".getBytes(StandardCharsets.US_ASCII);
        Attributes set = new Attributes();
        set.setBytes(Tag.ProcedureCodeSequence, VR.OB, name);
        set.newSequence(Tag.Manufacturer, 1).newItem().setString(Tag.Manufacturer, VR.LO, "Lovelace");
        set.setBytes(Tag.PatientName, VR.OB, name);
        set.setBytes(Tag.StudyDate, VR.OB, name);
        set.setBytes(Tag.SeriesDate, VR.UN, "20010203".getBytes(StandardCharsets.US_ASCII));
        set.setBytes(Tag.SOPInstanceUID, VR.UN, "1.2.3.4".getBytes(StandardCharsets.US_ASCII));
        set.setValue(Tag.ContentDate, VR.DA, new BulkData(VR.DA, 1000, 100_000, false));
        for (ProfileOption option : ProfileOption.values()) {
            Attributes out = new Deidentifier(DeidentificationProfile.basic(option), KEY)
                    .deidentify(set)
                    .dataset();
            assertFalse(out.contains(Tag.ProcedureCodeSequence) || out.contains(Tag.Manufacturer));
            assertFalse(Arrays.equals(name, out.getBytes(Tag.PatientName)));
            assertFalse(Arrays.equals(name, out.getBytes(Tag.StudyDate)));
            assertFalse(out.getValue(Tag.ContentDate) instanceof BulkData);
            assertEquals(option == ProfileOption.RETAIN_FULL_DATES, "20010203".equals(out.getString(Tag.SeriesDate)));
            assertEquals(option == ProfileOption.RETAIN_UIDS, "1.2.3.4".equals(out.getString(Tag.SOPInstanceUID)));
        }
    }
}
