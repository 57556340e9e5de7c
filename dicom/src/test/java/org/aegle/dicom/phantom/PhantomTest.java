package org.aegle.dicom.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.dictionary.SopClasses;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.dicom.io.ByteRange;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhantomTest {
    private static final PhantomPatient PATIENT =
            new PhantomPatient("Lovelace^Ada", "MRN1", "AEGLE", LocalDate.of(1980, 12, 10), "F");

    private static PhantomStudy study(String uid) {
        return new PhantomStudy(
                uid, LocalDateTime.of(2026, 3, 1, 9, 30), "ACC1", "Head", "Nightingale^Florence", "Aegle Hospital");
    }

    static Stream<Phantom> phantoms() {
        return Stream.of(new SheppLoganHead(64, 4), new BrainMr(), new UltrasoundCine(), new ChestRadiograph());
    }

    private static DicomObject read(byte[] file) throws IOException {
        return new DicomReader().read(new ByteArrayInputStream(file));
    }

    private static BufferedImage show(byte[] file) throws IOException, FrameException {
        DicomObject object = read(file);
        FrameIndex index = FrameIndex.of(object);
        int number = (index.frameCount() + 1) / 2;
        ByteRange range = index.frame(number).get(0);
        byte[] frame = Arrays.copyOfRange(file, (int) range.offset(), (int) range.end());
        return new FrameRenderer().render(object.dataset(), object.transferSyntax(), number, frame, 0);
    }

    @ParameterizedTest
    @MethodSource("phantoms")
    void instancesShouldBeSoundImagesOfThePatient(Phantom phantom) throws IOException, FrameException {
        byte[] file = phantom.instances(PATIENT, study("2.25.1")).findFirst().orElseThrow();
        DicomObject object = read(file);
        Attributes dataset = object.dataset();
        assertEquals(List.of(), object.findings());
        assertEquals("Lovelace^Ada", dataset.getString(Tag.PatientName));
        assertEquals("MRN1", dataset.getString(Tag.PatientID));
        assertEquals("AEGLE", dataset.getString(Tag.IssuerOfPatientID));
        assertEquals("045Y", dataset.getString(Tag.PatientAge));
        assertEquals("2.25.1", dataset.getString(Tag.StudyInstanceUID));
        assertTrue(
                SopClasses.standard().find(dataset.getString(Tag.SOPClassUID)).isPresent());
        FrameIndex index = FrameIndex.of(object);
        assertEquals(List.of(), index.findings());
        assertEquals(dataset.getInt(Tag.NumberOfFrames, 1), index.frameCount());
        assertTrue(shades(show(file)) > 40, "a picture has many shades");
    }

    private static long shades(BufferedImage image) {
        return Arrays.stream(image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null))
                .distinct()
                .count();
    }

    @ParameterizedTest
    @MethodSource("phantoms")
    void theSameStudyShouldGiveTheSameBytes(Phantom phantom) {
        byte[] once = phantom.instances(PATIENT, study("2.25.1")).findFirst().orElseThrow();
        byte[] again = phantom.instances(PATIENT, study("2.25.1")).findFirst().orElseThrow();
        assertArrayEquals(once, again);
    }

    @Test
    void anotherStudyShouldHaveOtherIdentifiersAndPixels() throws IOException {
        Phantom phantom = new SheppLoganHead(64, 4);
        byte[] one = phantom.instances(PATIENT, study("2.25.1")).findFirst().orElseThrow();
        byte[] other = phantom.instances(PATIENT, study("2.25.2")).findFirst().orElseThrow();
        for (int tag : new int[] {Tag.SOPInstanceUID, Tag.SeriesInstanceUID, Tag.FrameOfReferenceUID}) {
            assertNotEquals(
                    read(one).dataset().getString(tag), read(other).dataset().getString(tag));
        }
        assertTrue(Arrays.mismatch(tail(one), tail(other)) >= 0);
    }

    private static byte[] tail(byte[] file) {
        return Arrays.copyOfRange(file, file.length - 64 * 64, file.length);
    }

    @Test
    void sectionsShouldStackUpAlongTheBody() throws IOException {
        List<byte[]> files =
                new SheppLoganHead(64, 6).instances(PATIENT, study("2.25.1")).toList();
        assertEquals(6, files.size());
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < files.size(); i++) {
            Attributes dataset = read(files.get(i)).dataset();
            double z = dataset.getDoubles(Tag.ImagePositionPatient)[2];
            assertTrue(z > last);
            if (i > 0) {
                assertEquals(dataset.getDouble(Tag.SpacingBetweenSlices, 0), z - last, 1e-6);
            }
            assertEquals(i + 1, dataset.getInt(Tag.InstanceNumber, 0));
            assertEquals(UID.CTImageStorage, dataset.getString(Tag.SOPClassUID));
            last = z;
        }
    }

    /** The judge of other toolkits, Debian's dicom3tools. */
    @ParameterizedTest
    @MethodSource("phantoms")
    void instancesShouldBeWhatTheirInformationObjectDemands(Phantom phantom, @TempDir Path folder) throws Exception {
        byte[] instance =
                phantom.instances(PATIENT, study("2.25.1")).findFirst().orElseThrow();
        Path file = Files.write(folder.resolve("instance.dcm"), instance);
        Process dciodvfy = new ProcessBuilder("dciodvfy", file.toString())
                .redirectErrorStream(true)
                .start();
        String judgement = new String(dciodvfy.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(judgement.lines().noneMatch(line -> line.startsWith("Error")), judgement);
    }
}
