package org.aegle.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;

/** Makes files for tests, byte by byte where they must be wrong. */
final class Part10 {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Begins with a sound header for a transfer syntax. */
    static Part10 of(TransferSyntax syntax) throws IOException {
        Part10 file = new Part10();
        new DicomWriter()
                .writeFileMetaInformation(FileMetaInformation.of(UID.CTImageStorage, "1.2.3", syntax), file.bytes);
        return file;
    }

    /** Little endian words. */
    Part10 tag(int tag) {
        return word(tag >>> 16).word(tag);
    }

    Part10 word(int value) {
        bytes.write(value);
        bytes.write(value >>> 8);
        return this;
    }

    Part10 number(long value) {
        return word((int) value).word((int) (value >>> 16));
    }

    Part10 text(String ascii) {
        return raw(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    Part10 raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /** The header of an element with explicit VR. */
    Part10 element(int tag, VR vr, long length) {
        tag(tag).text(vr.name());
        return vr.headerLength() == 12 ? word(0).number(length) : word((int) length);
    }

    Part10 item(int tag, long length) {
        return tag(tag).number(length);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    DicomObject read() throws IOException {
        return new DicomReader().read(new ByteArrayInputStream(bytes()));
    }

    /** An image's description. */
    static Attributes image(int rows, int columns, int bitsAllocated, int frames) {
        Attributes image = new Attributes();
        image.setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, rows);
        image.setInt(Tag.Columns, VR.US, columns);
        image.setInt(Tag.BitsAllocated, VR.US, bitsAllocated);
        image.setInt(Tag.NumberOfFrames, VR.IS, frames);
        return image;
    }
}
