package org.aegle.dicom.network.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;

/** Synthetic CT images of a named patient. */
final class Instances {
    static final String STUDY = "2.25.100";

    private Instances() {}

    /** An image of 256 x 256 words. */
    static Attributes ct(int number) {
        Attributes image = new Attributes();
        image.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        image.setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, STUDY + ".1." + number);
        image.setString(Tag.StudyInstanceUID, VR.UI, STUDY);
        image.setString(Tag.SeriesInstanceUID, VR.UI, STUDY + ".1");
        image.setString(Tag.PatientName, VR.PN, "Lovelace^Ada");
        image.setString(Tag.PatientID, VR.LO, "AL-1815");
        image.setString(Tag.PatientBirthDate, VR.DA, "18151210");
        image.setString(Tag.PatientSex, VR.CS, "F");
        image.setString(Tag.StudyDate, VR.DA, "20260101");
        image.setString(Tag.StudyTime, VR.TM, "101500");
        image.setString(Tag.AccessionNumber, VR.SH, "A1");
        image.setString(Tag.StudyID, VR.SH, "1");
        image.setString(Tag.Modality, VR.CS, "CT");
        image.setInt(Tag.SeriesNumber, VR.IS, 1);
        image.setInt(Tag.InstanceNumber, VR.IS, number);
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, 256);
        image.setInt(Tag.Columns, VR.US, 256);
        image.setInt(Tag.BitsAllocated, VR.US, 16);
        image.setInt(Tag.BitsStored, VR.US, 12);
        image.setInt(Tag.HighBit, VR.US, 11);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.newSequence(Tag.ReferencedStudySequence, 1).add(new Attributes());
        image.setBytes(Tag.PixelData, VR.OW, pixels(number));
        return image;
    }

    private static byte[] pixels(int number) {
        byte[] pixels = new byte[256 * 256 * 2];
        new Random(number).nextBytes(pixels);
        for (int i = 1; i < pixels.length; i += 2) {
            pixels[i] &= 0x0F;
        }
        return pixels;
    }

    static byte[] encode(Attributes dataset, TransferSyntax syntax) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new DicomWriter().writeDataset(dataset, syntax, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A data set rewritten in Explicit VR Little Endian, to be compared with one of another transfer syntax. */
    static byte[] explicit(byte[] dataset, TransferSyntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new NativeTranscoder()
                    .begin(DatasetSource.of(dataset), syntax, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Path file(Path folder, Attributes dataset, TransferSyntax syntax) throws IOException {
        Path file = folder.resolve(dataset.getString(Tag.SOPInstanceUID) + ".dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            new DicomWriter().write(FileMetaInformation.of(dataset, syntax), dataset, out);
        }
        return file;
    }

    static List<OutgoingInstance> outgoing(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> OutgoingInstance.of(ct(number), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .toList();
    }

    static Attributes studyKeys() {
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, VR.CS, "STUDY");
        keys.setString(Tag.StudyInstanceUID, VR.UI, STUDY);
        return keys;
    }
}
