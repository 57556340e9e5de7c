package org.aegle.it.client;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.FrameIndex;

/** The pixel data of files in memory, as it lies in them. */
public final class Pixels {
    private Pixels() {}

    /** Of native pixel data all bytes. */
    public static byte[] of(byte[] file) {
        Attributes dataset = Part10.read(file).dataset();
        if (dataset.getValue(Tag.PixelData) instanceof BulkData bulk) {
            return Arrays.copyOfRange(file, (int) bulk.offset(), (int) bulk.end());
        }
        return dataset.getBytes(Tag.PixelData);
    }

    /** A frame, counted from 1: samples, or the whole codestream. */
    public static byte[] frame(byte[] file, int number) {
        DicomObject read = Part10.read(file);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        FrameIndex.of(read)
                .frame(number)
                .forEach(range -> frame.write(file, (int) range.offset(), (int) range.length()));
        return frame.toByteArray();
    }

    /** In which transfer syntax a file says that it is. */
    public static String transferSyntax(byte[] file) {
        return Part10.read(file).transferSyntax().uid();
    }
}
