package org.aegle.imaging.digitising;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodedImage;

/** What an image tells of its pixels. PS3.3 C.7.6.3, C.7.6.1.1.5, C.11.15. */
final class ImagePixels {
    private static final double HUNDREDTHS = 100;

    private ImagePixels() {}

    /** The pixels come as bulk data. */
    static void refer(Attributes image, String location, VR vr) {
        image.setValue(Tag.PixelData, vr, new BulkDataReference(vr, location));
    }

    static void describe(Attributes image, PixelFormat format) {
        image.setInt(Tag.SamplesPerPixel, VR.US, format.samples());
        image.setString(Tag.PhotometricInterpretation, VR.CS, format.photometric());
        image.setInt(Tag.Rows, VR.US, format.rows());
        image.setInt(Tag.Columns, VR.US, format.columns());
        image.setInt(Tag.BitsAllocated, VR.US, format.bitsAllocated());
        image.setInt(Tag.BitsStored, VR.US, format.bitsStored());
        image.setInt(Tag.HighBit, VR.US, format.highBit());
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        if (format.samples() > 1) {
            image.setInt(Tag.PlanarConfiguration, VR.US, 0);
        }
    }

    /** The samples went through a compression with loss, whatever they are compressed by now. */
    static void lost(Attributes image, CodedImage before, long bytes) {
        if (before.isLossy()) {
            double plain = (double) before.rows() * before.columns() * before.samples();
            image.setString(Tag.LossyImageCompression, VR.CS, "01");
            image.setString(Tag.LossyImageCompressionMethod, VR.CS, before.lossyMethod());
            image.setDouble(Tag.LossyImageCompressionRatio, VR.DS, Math.round(HUNDREDTHS * plain / bytes) / HUNDREDTHS);
        }
    }

    static void colour(Attributes image, byte[] iccProfile) {
        if (IccProfile.fits(iccProfile)) {
            image.setBytes(Tag.ICCProfile, VR.OB, iccProfile);
        }
    }
}
