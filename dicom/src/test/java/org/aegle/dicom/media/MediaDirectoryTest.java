package org.aegle.dicom.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.SopClasses;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.Finding;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.tool.Dciodvfy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class MediaDirectoryTest {
    @TempDir
    private Path folder;

    private static byte[] dicomdir(List<byte[]> objects) throws IOException {
        MediaDirectoryWriter writer = new MediaDirectoryWriter("AEGLE");
        for (byte[] object : objects) {
            writer.place(new DicomReader().readHeader(new ByteArrayInputStream(object)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out);
        return out.toByteArray();
    }

    private static List<String> types(List<DirectoryRecord> records) {
        return records.stream().map(DirectoryRecord::type).toList();
    }

    @Test
    void writtenRecordsShouldBeReadAsTheTreeOfTheObjects() throws IOException {
        byte[] bytes = dicomdir(MediaFixture.objects());
        assertArrayEquals(bytes, dicomdir(MediaFixture.objects()), "the same objects, the same bytes");
        MediaDirectory directory = MediaFixture.directory(bytes);
        assertEquals(List.of(), directory.findings());
        assertEquals("AEGLE", directory.fileSetId());
        assertEquals(List.of("PATIENT", "PATIENT"), types(directory.roots()));
        DirectoryRecord ada = directory.roots().get(0);
        assertEquals("Lovelace^Ada", ada.keys().getString(Tag.PatientName));
        assertEquals("du Châtelet^Émilie", directory.roots().get(1).keys().getString(Tag.PatientName));
        assertEquals(List.of("STUDY", "STUDY"), types(ada.lower()));
        DirectoryRecord head = ada.lower().get(0);
        assertEquals("Head", head.keys().getString(Tag.StudyDescription));
        assertEquals(List.of("SERIES", "SERIES"), types(head.lower()));
        assertEquals(
                List.of("IMAGE", "IMAGE", "IMAGE"), types(head.lower().get(0).lower()));
        DirectoryRecord image = head.lower().get(0).lower().get(2);
        assertEquals(
                FileId.of("DICOM", "PA000001", "ST000001", "SE000001", "IM000003"),
                image.fileId().orElseThrow());
        assertEquals(3, image.keys().getInt(Tag.InstanceNumber, 0));
        Attributes object = new DicomReader()
                .read(new ByteArrayInputStream(MediaFixture.objects().get(2)))
                .dataset();
        assertEquals(object.getString(Tag.SOPInstanceUID), image.keys().getString(Tag.ReferencedSOPInstanceUIDInFile));
        assertEquals(UID.ExplicitVRLittleEndian, image.keys().getString(Tag.ReferencedTransferSyntaxUIDInFile));
        assertEquals(
                6,
                directory
                        .records()
                        .filter(record -> record.fileId().isPresent())
                        .count());
    }

    @Test
    void offsetsShouldBeThoseOfTheItems() throws IOException {
        byte[] bytes = dicomdir(MediaFixture.objects());
        MediaDirectory directory = MediaFixture.directory(bytes);
        directory.records().forEach(record -> {
            int at = (int) record.offset();
            assertArrayEquals(
                    new byte[] {(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0}, Arrays.copyOfRange(bytes, at, at + 4));
        });
    }

    @Test
    void validatorShouldFindNoError() throws IOException {
        Path file = Files.write(folder.resolve("DICOMDIR"), dicomdir(MediaFixture.objects()));
        assertEquals(List.of(), Dciodvfy.errors(file));
    }

    /** Every class has a type that PS3.3 F.5 tells the keys of, and a record that stands without the object's help. */
    @TestFactory
    Stream<DynamicTest> everyStorageClassShouldHaveAValidRecord() {
        return SopClasses.standard().uids().stream()
                .filter(uid -> !uid.equals(UID.MediaStorageDirectoryStorage))
                .map(uid -> dynamicTest(uid, () -> {
                    byte[] bytes = dicomdir(List.of(MediaFixture.object(uid, "1.2.3.4")));
                    MediaDirectory directory = MediaFixture.directory(bytes);
                    assertEquals(List.of(), directory.findings());
                    DirectoryRecord record = directory
                            .records()
                            .filter(r -> r.fileId().isPresent())
                            .findFirst()
                            .orElseThrow();
                    assertEquals(uid, record.keys().getString(Tag.ReferencedSOPClassUIDInFile));
                    boolean ofTheRoot = RecordTypes.isOfTheRoot(record.type());
                    assertEquals(
                            ofTheRoot ? record.type() : "PATIENT",
                            directory.roots().get(0).type());
                }));
    }

    @Test
    void validatorShouldFindNoErrorInRecordsOfAllClasses() throws IOException {
        List<byte[]> objects = new ArrayList<>();
        for (String uid : SopClasses.standard().uids()) {
            if (!uid.equals(UID.MediaStorageDirectoryStorage)) {
                objects.add(MediaFixture.object(uid, "1.2.3.4." + objects.size()));
            }
        }
        Path file = Files.write(folder.resolve("DICOMDIR"), dicomdir(objects));
        // Types newer than the validator, and keys that only an object can have which is more than its identifiers.
        String newer = "ANNOTATION|ASSESSMENT|PLAN|SURFACE SCAN|TRACT";
        String objectsOwn = "HangingProtocolDefinitionSequence|ReferencedImageEvidenceSequence|BlendingSequence"
                + "|HL7InstanceIdentifier|ReferencedSeriesSequence";
        assertEquals(
                List.of(),
                Dciodvfy.errors(file).stream()
                        .filter(error -> !error.matches(".*value <(" + newer + ")>.*Directory Record Type>"))
                        .filter(error -> !error.matches(".*Element=<(" + objectsOwn + ")>.*"))
                        .toList());
    }

    @Test
    void documentsAndPlansShouldHaveRecordsOfTheirOwn() throws IOException {
        Attributes report = new DicomReader()
                .read(new ByteArrayInputStream(MediaFixture.object(UID.BasicTextSRStorage, "1.2.3.9")))
                .dataset();
        var content = report.newSequence(Tag.ContentSequence, 2);
        content.newItem().setString(Tag.RelationshipType, VR.CS, "CONTAINS");
        content.newItem().setString(Tag.RelationshipType, VR.CS, "HAS CONCEPT MOD");
        MediaDirectory directory = MediaFixture.directory(dicomdir(List.of(
                MediaFixture.file(report),
                MediaFixture.object(UID.KeyObjectSelectionDocumentStorage, "1.2.3.10"),
                MediaFixture.object(UID.EncapsulatedPDFStorage, "1.2.3.11"),
                MediaFixture.object(UID.RTPlanStorage, "1.2.3.12"),
                MediaFixture.object(UID.GrayscaleSoftcopyPresentationStateStorage, "1.2.3.13"),
                MediaFixture.object("1.2.3.4.5.6", "1.2.3.14"))));
        List<DirectoryRecord> leaves =
                directory.records().filter(r -> r.fileId().isPresent()).toList();
        assertEquals(
                List.of("SR DOCUMENT", "KEY OBJECT DOC", "ENCAP DOC", "RT PLAN", "PRESENTATION", "PRIVATE"),
                types(leaves));
        assertEquals(1, leaves.get(0).keys().getSequence(Tag.ContentSequence).size());
        assertTrue(leaves.get(5).keys().containsValue(Tag.PrivateRecordUID));
    }

    @Test
    void keysThatObjectsLackShouldBeFound() throws IOException {
        MediaDirectoryWriter writer = new MediaDirectoryWriter("");
        DicomObject object =
                new DicomReader().read(new ByteArrayInputStream(MediaFixture.object(UID.CTImageStorage, "1.2.3.4")));
        writer.add(object, FileId.of("IM1"));
        assertEquals(
                List.of(Tag.StudyDate, Tag.StudyTime, Tag.StudyID, Tag.Modality, Tag.SeriesNumber, Tag.InstanceNumber),
                writer.findings().stream().map(Finding::tag).toList());
        assertThrows(IllegalArgumentException.class, () -> writer.add(object, FileId.of("im1.dcm")));
        assertThrows(IllegalArgumentException.class, () -> new MediaDirectoryWriter("lower case"));
    }

    @Test
    void theSameObjectShouldBePlacedOnce() throws IOException {
        MediaDirectoryWriter writer = new MediaDirectoryWriter("AEGLE");
        DicomObject object = new DicomReader()
                .read(new ByteArrayInputStream(MediaFixture.objects().get(0)));
        assertTrue(writer.place(object).isPresent());
        assertEquals(Optional.empty(), writer.place(object));
    }

    private static byte[] with(byte[] dicomdir, long offset, int tag, long value) {
        byte[] broken = dicomdir.clone();
        byte[] wanted = {(byte) (tag >> 16), (byte) (tag >> 24), (byte) tag, (byte) (tag >> 8)};
        int at = (int) offset;
        while (!Arrays.equals(wanted, Arrays.copyOfRange(broken, at, at + 4))) {
            at++;
        }
        for (int i = 0; i < 4; i++) {
            broken[at + 8 + i] = (byte) (value >>> 8 * i);
        }
        return broken;
    }

    private static List<Integer> tags(MediaDirectory directory) {
        return directory.findings().stream().map(Finding::tag).distinct().toList();
    }

    @Test
    void offsetsToNoRecordShouldBeFoundAndTheirRecordsKept() throws IOException {
        byte[] sound = dicomdir(MediaFixture.objects());
        long patient = MediaFixture.directory(sound).roots().get(0).offset();
        MediaDirectory broken =
                MediaFixture.directory(with(sound, patient, Tag.OffsetOfReferencedLowerLevelDirectoryEntity, 77));
        assertEquals(
                List.of(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, Tag.DirectoryRecordSequence), tags(broken));
        assertEquals(List.of(), broken.roots().get(0).lower());
        assertEquals(
                6,
                broken.records().filter(record -> record.fileId().isPresent()).count());
    }

    @Test
    void circlesShouldBeFound() throws IOException {
        byte[] sound = dicomdir(MediaFixture.objects());
        List<DirectoryRecord> roots = MediaFixture.directory(sound).roots();
        MediaDirectory next = MediaFixture.directory(with(
                sound,
                roots.get(1).offset(),
                Tag.OffsetOfTheNextDirectoryRecord,
                roots.get(0).offset()));
        assertEquals(List.of(Tag.OffsetOfTheNextDirectoryRecord), tags(next));
        DirectoryRecord study = roots.get(0).lower().get(1);
        MediaDirectory lower = MediaFixture.directory(with(
                sound,
                study.offset(),
                Tag.OffsetOfReferencedLowerLevelDirectoryEntity,
                roots.get(0).offset()));
        assertTrue(tags(lower).contains(Tag.OffsetOfReferencedLowerLevelDirectoryEntity));
        assertEquals(2, lower.roots().size());
    }

    @Test
    void aTowerOfRecordsShouldNotOverflow() throws IOException {
        Attributes directory = new Attributes();
        directory.setLong(Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, VR.UL, 1);
        var records = directory.newSequence(Tag.DirectoryRecordSequence, 20_000);
        for (int i = 0; i < 20_000; i++) {
            Attributes record = records.newItem();
            record.setLong(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, VR.UL, 0);
            record.setString(Tag.DirectoryRecordType, VR.CS, "SERIES");
        }
        byte[] flat = file(directory);
        long[] offsets = new MediaDirectoryReaderProbe(flat).offsets();
        for (int i = 0; i + 1 < offsets.length; i++) {
            records.get(i).setLong(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, VR.UL, offsets[i + 1]);
        }
        directory.setLong(Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, VR.UL, offsets[0]);
        MediaDirectory tower = MediaFixture.directory(file(directory));
        assertTrue(tags(tower).contains(Tag.OffsetOfReferencedLowerLevelDirectoryEntity));
        assertEquals(20_000, tower.records().count());
    }

    /** Where the items of a file lie. */
    private record MediaDirectoryReaderProbe(byte[] file) {
        long[] offsets() throws IOException {
            return new DicomReader().read(new ByteArrayInputStream(file)).directoryRecordOffsets();
        }
    }

    private static byte[] file(Attributes directory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        new DicomWriter()
                .write(FileMetaInformation.of(UID.MediaStorageDirectoryStorage, "1.2.3", syntax), directory, out);
        return out.toByteArray();
    }

    @Test
    void filesOutsideOfTheFileSetShouldBeFoundAndNotTold() throws IOException {
        Attributes directory = new Attributes();
        directory.setLong(Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, VR.UL, 0);
        directory
                .newSequence(Tag.DirectoryRecordSequence, 1)
                .newItem()
                .setString(Tag.ReferencedFileID, VR.CS, "..", "..", "ETC", "PASSWD");
        MediaDirectory read = MediaFixture.directory(file(directory));
        assertEquals(Optional.empty(), read.unreached().get(0).fileId());
        assertTrue(tags(read).contains(Tag.ReferencedFileID));
    }
}
