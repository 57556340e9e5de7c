package org.aegle.dicom.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.phantom.BrainMr;
import org.aegle.dicom.phantom.ChestRadiograph;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.PhantomStudy;
import org.aegle.dicom.phantom.SheppLoganHead;
import org.aegle.dicom.phantom.UltrasoundCine;

/** Studies of two synthetic patients and what is made of them. */
final class MediaFixture {
    private static final List<byte[]> OBJECTS = make();

    private MediaFixture() {}

    /** Three images of a CT, one of a radiograph and a cine of Ada, and one MR of Émilie. */
    static List<byte[]> objects() {
        return OBJECTS;
    }

    private static List<byte[]> make() {
        PhantomPatient ada = new PhantomPatient("Lovelace^Ada", "MRN1", "AEGLE", LocalDate.of(1980, 12, 10), "F");
        PhantomPatient emilie =
                new PhantomPatient("du Châtelet^Émilie", "MRN2", "AEGLE", LocalDate.of(1976, 12, 17), "F");
        List<byte[]> objects = new ArrayList<>();
        objects.addAll(new SheppLoganHead(32, 3)
                .instances(ada, study("2.25.1", "Head"))
                .toList());
        objects.addAll(new ChestRadiograph()
                .instances(ada, study("2.25.2", "Thorax"))
                .limit(1)
                .toList());
        objects.addAll(new BrainMr()
                .instances(emilie, study("2.25.3", "Brain"))
                .limit(1)
                .toList());
        objects.addAll(new UltrasoundCine()
                .instances(ada, study("2.25.1", "Head"))
                .limit(1)
                .toList());
        return List.copyOf(objects);
    }

    private static PhantomStudy study(String uid, String description) {
        return new PhantomStudy(
                uid,
                LocalDateTime.of(2026, 3, 1, 9, 30),
                "ACC1",
                description,
                "Nightingale^Florence",
                "Aegle Hospital");
    }

    /** An object of a SOP class with no more than it must have. */
    static byte[] object(String sopClass, String uid) {
        Attributes object = new Attributes();
        object.setString(Tag.SOPClassUID, VR.UI, sopClass);
        object.setString(Tag.SOPInstanceUID, VR.UI, uid);
        object.setString(Tag.PatientID, VR.LO, "MRN1");
        object.setString(Tag.StudyInstanceUID, VR.UI, "1.2.3");
        object.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.3." + Math.abs(sopClass.hashCode()));
        return file(object);
    }

    static byte[] file(Attributes object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        try {
            new DicomWriter().write(FileMetaInformation.of(object, syntax), object, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zip(List<byte[]> objects) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FileSetZipWriter zip = new FileSetZipWriter(bytes, "AEGLE")) {
            for (byte[] object : objects) {
                zip.add(() -> new ByteArrayInputStream(object));
            }
        }
        return bytes.toByteArray();
    }

    static void unzip(byte[] zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }

    static MediaDirectory directory(byte[] dicomdir) throws IOException {
        try (InputStream in = new ByteArrayInputStream(dicomdir)) {
            return new MediaDirectoryReader().read(in);
        }
    }
}
