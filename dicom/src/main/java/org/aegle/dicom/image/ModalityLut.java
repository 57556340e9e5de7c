package org.aegle.dicom.image;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;

/** Stored values to those of the modality, for a CT to Hounsfield units. PS3.3 C.11.1, C.7.6.16.2.9. */
final class ModalityLut {
    private ModalityLut() {}

    static DoubleUnaryOperator of(FrameAttributes frame, boolean signed) {
        if (isForMeasurementOnly(frame.dataset())) {
            return DoubleUnaryOperator.identity();
        }
        Optional<LookupTable> table =
                frame.dataset().findItem(Tag.ModalityLUTSequence).flatMap(item -> LookupTable.of(item, signed));
        if (table.isPresent()) {
            return table.get()::entry;
        }
        double slope = rescale(frame, Tag.RescaleSlope, 1);
        double intercept = rescale(frame, Tag.RescaleIntercept, 0);
        return slope == 1 && intercept == 0 ? DoubleUnaryOperator.identity() : value -> value * slope + intercept;
    }

    private static double rescale(FrameAttributes frame, int tag, double neutral) {
        return frame.findWith(tag, Tag.PixelValueTransformationSequence)
                .map(item -> item.getDouble(tag, neutral))
                .orElse(neutral);
    }

    /** Values of the modality may be below zero. */
    static boolean mayBeNegative(FrameAttributes frame, boolean signed) {
        return signed || rescale(frame, Tag.RescaleIntercept, 0) < 0 || rescale(frame, Tag.RescaleSlope, 1) < 0;
    }

    /**
     * X-ray images in a logarithmic or display scale tell by their modality LUT the way back to the intensity of the
     * rays, which is not for display. PS3.3 C.8.7.1.1.2.
     */
    private static boolean isForMeasurementOnly(Attributes dataset) {
        String sopClass = dataset.getString(Tag.SOPClassUID);
        boolean xRay = sopClass.equals(UID.XRayAngiographicImageStorage)
                || sopClass.equals(UID.XRayRadiofluoroscopicImageStorage);
        String relationship = dataset.getString(Tag.PixelIntensityRelationship);
        return xRay && (relationship.equals("LOG") || relationship.equals("DISP"));
    }
}
