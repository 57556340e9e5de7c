package org.aegle.dicom.image;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/** Stored values to those of the modality, for a CT to Hounsfield units. PS3.3 C.11.1. */
final class ModalityLut {
    private ModalityLut() {}

    static DoubleUnaryOperator of(FrameAttributes frame, boolean signed) {
        Optional<LookupTable> table =
                frame.dataset().findItem(Tag.ModalityLUTSequence).flatMap(item -> LookupTable.of(item, signed));
        if (table.isPresent()) {
            return table.get()::entry;
        }
        Optional<Attributes> rescale = frame.findWith(Tag.RescaleSlope, Tag.PixelValueTransformationSequence);
        double slope = rescale.map(item -> item.getDouble(Tag.RescaleSlope, 1)).orElse(1.0);
        double intercept =
                rescale.map(item -> item.getDouble(Tag.RescaleIntercept, 0)).orElse(0.0);
        return slope == 1 && intercept == 0 ? DoubleUnaryOperator.identity() : value -> value * slope + intercept;
    }
}
