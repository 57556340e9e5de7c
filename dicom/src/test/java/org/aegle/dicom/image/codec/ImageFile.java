package org.aegle.dicom.image.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.TransferSyntax;

/** Makes Part 10 files of frames, for the commands of other toolkits. */
final class ImageFile {
    private ImageFile() {}

    /** A file of native samples. */
    static byte[] of(Frame frame) throws IOException {
        Attributes image = description(frame.format(), frame.format().photometric());
        VR vr = frame.format().bitsAllocated() > 8 ? VR.OW : VR.OB;
        byte[] samples = frame.samples();
        image.setBytes(
                Tag.PixelData, vr, samples.length % 2 == 0 ? samples : Arrays.copyOf(samples, samples.length + 1));
        return write(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, new byte[0]);
    }

    /** A file of an encoded frame. */
    static byte[] of(PixelFormat format, String transferSyntaxUid, EncodedFrame frame) throws IOException {
        Attributes image = description(format, frame.photometric());
        Fragments fragments = new Fragments(VR.OB);
        fragments.append(0, 0);
        fragments.append(0, frame.bytes().length);
        image.setValue(Tag.PixelData, VR.OB, fragments);
        return write(image, TransferSyntax.find(transferSyntaxUid).orElseThrow(), frame.bytes());
    }

    private static byte[] write(Attributes image, TransferSyntax syntax, byte[] bulk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter(
                        SequenceLength.EXPLICIT,
                        value -> new ByteArrayInputStream(bulk, (int) value.offset(), (int) value.length()))
                .write(FileMetaInformation.of(image, syntax), image, out);
        return out.toByteArray();
    }

    static Attributes description(PixelFormat format, String photometric) {
        Attributes image = new Attributes();
        image.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1");
        image.setString(Tag.StudyInstanceUID, VR.UI, "2.25.2");
        image.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.3");
        image.setInt(Tag.SamplesPerPixel, VR.US, format.samples());
        image.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
        if (format.samples() > 1) {
            image.setInt(Tag.PlanarConfiguration, VR.US, 0);
        }
        image.setInt(Tag.Rows, VR.US, format.rows());
        image.setInt(Tag.Columns, VR.US, format.columns());
        image.setInt(Tag.BitsAllocated, VR.US, format.bitsAllocated());
        image.setInt(Tag.BitsStored, VR.US, format.bitsStored());
        image.setInt(Tag.HighBit, VR.US, format.highBit());
        image.setInt(Tag.PixelRepresentation, VR.US, format.signed() ? 1 : 0);
        return image;
    }
}
