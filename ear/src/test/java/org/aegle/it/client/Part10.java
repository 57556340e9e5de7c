package org.aegle.it.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;

/** DICOM files (PS3.10) in memory: made, read, and taken apart. */
public final class Part10 {
    private Part10() {}

    /** An identifier that nobody has had before. PS3.5 B.2. */
    public static String newUid() {
        return "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
    }

    /** A Secondary Capture of two by two pixels: all that a search can ask for, and next to no bytes. */
    public static Attributes smallImage(String study, String series, int number) {
        Attributes image = new Attributes();
        image.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        image.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, newUid());
        image.setString(Tag.StudyInstanceUID, VR.UI, study);
        image.setString(Tag.SeriesInstanceUID, VR.UI, series);
        image.setString(Tag.InstanceNumber, VR.IS, Integer.toString(number));
        image.setString(Tag.Modality, VR.CS, "OT");
        image.setString(Tag.ConversionType, VR.CS, "SYN");
        image.setString(Tag.PatientName, VR.PN, "Smallpicture^Sam");
        image.setString(Tag.PatientID, VR.LO, "T-" + study.substring(study.length() - 12));
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, 2);
        image.setInt(Tag.Columns, VR.US, 2);
        image.setInt(Tag.BitsAllocated, VR.US, 8);
        image.setInt(Tag.BitsStored, VR.US, 8);
        image.setInt(Tag.HighBit, VR.US, 7);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.setBytes(Tag.PixelData, VR.OB, new byte[] {0, 1, 2, 3});
        return image;
    }

    public static byte[] file(Attributes dataset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        try {
            new DicomWriter().write(FileMetaInformation.of(dataset, syntax), dataset, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static DicomObject read(byte[] file) {
        try {
            return new DicomReader().read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String sopInstanceUid(byte[] file) {
        return read(file).dataset().getString(Tag.SOPInstanceUID);
    }

    /** {@code /studies/…/series/…/instances/…} of a file. */
    public static String path(byte[] file) {
        Attributes dataset = read(file).dataset();
        return "/studies/" + dataset.getString(Tag.StudyInstanceUID) + "/series/"
                + dataset.getString(Tag.SeriesInstanceUID) + "/instances/" + dataset.getString(Tag.SOPInstanceUID);
    }

    public static byte[] garbage() {
        return "This is a letter and no DICOM file.".repeat(20).getBytes(StandardCharsets.US_ASCII);
    }
}
