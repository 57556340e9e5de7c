package org.aegle.dicom.image;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** What an image tells of samples that were decoded, instead of what it told of the encoded ones. PS3.3 C.7.6.3. */
final class NativeDescription {
    private NativeDescription() {}

    /** Decoded cells of a byte that the image holds as single bits, and is to hold so again. */
    static boolean isPacked(Attributes image, PixelFormat format) {
        return format.bitsAllocated() == 8 && image.getInt(Tag.BitsAllocated, 0) == 1;
    }

    /** The VR of native Pixel Data. PS3.5 A.2. */
    static VR vr(PixelFormat format) {
        return format.bitsAllocated() == 8 ? VR.OB : VR.OW;
    }

    /** Describes samples, and forgets where encoded frames lay. */
    static void put(Attributes image, PixelFormat format, boolean packed) {
        image.remove(Tag.ExtendedOffsetTable);
        image.remove(Tag.ExtendedOffsetTableLengths);
        image.remove(Tag.EncapsulatedPixelDataValueTotalLength);
        if (format.floating()) {
            return;
        }
        image.setString(Tag.PhotometricInterpretation, VR.CS, format.photometric());
        if (format.samples() > 1) {
            image.setInt(Tag.PlanarConfiguration, VR.US, 0);
        }
        if (!packed) {
            image.setInt(Tag.BitsAllocated, VR.US, format.bitsAllocated());
            image.setInt(Tag.BitsStored, VR.US, format.bitsStored());
            image.setInt(Tag.HighBit, VR.US, format.highBit());
            image.setInt(Tag.PixelRepresentation, VR.US, format.signed() ? 1 : 0);
        }
    }
}
