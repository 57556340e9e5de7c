package org.aegle.dicom.phantom;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** The Image Pixel module of a monochrome image. PS3.3 C.7.6.3. */
final class PixelModule {
    private PixelModule() {}

    /** Unsigned samples of a byte or a word. */
    static void set(Attributes image, int rows, int columns, int bitsStored, byte[] pixels) {
        int allocated = bitsStored > 8 ? 16 : 8;
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, rows);
        image.setInt(Tag.Columns, VR.US, columns);
        image.setInt(Tag.BitsAllocated, VR.US, allocated);
        image.setInt(Tag.BitsStored, VR.US, bitsStored);
        image.setInt(Tag.HighBit, VR.US, bitsStored - 1);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.setBytes(Tag.PixelData, allocated == 8 ? VR.OB : VR.OW, pixels);
    }

    /** Writes a sample of a word. */
    static void put(byte[] pixels, int index, double value, int maximum) {
        int sample = (int) Math.max(0, Math.min(maximum, Math.round(value)));
        pixels[2 * index] = (byte) sample;
        pixels[2 * index + 1] = (byte) (sample >> 8);
    }
}
