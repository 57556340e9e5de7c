package org.aegle.dicom.image;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/** Shades from 0 to 1 to those shown: as they are, inverse, or by a table. PS3.3 C.11.4, C.11.6. */
final class PresentationLut {
    private PresentationLut() {}

    /**
     * The stage of an image. A table or shape says it where one stands, else the photometric interpretation: the least
     * value of MONOCHROME1 is white. PS3.3 C.7.6.3.1.2.
     */
    static DoubleUnaryOperator of(Attributes dataset, String photometric) {
        Optional<LookupTable> table =
                dataset.findItem(Tag.PresentationLUTSequence).flatMap(item -> LookupTable.of(item, false));
        if (table.isPresent()) {
            double white = table.get().maximum();
            return shade -> Math.min(1, table.get().entryAt(shade) / white);
        }
        String shape = dataset.getString(Tag.PresentationLUTShape);
        boolean inverse = shape.isEmpty() ? photometric.equals("MONOCHROME1") : shape.equals("INVERSE");
        return inverse ? shade -> 1 - shade : DoubleUnaryOperator.identity();
    }
}
