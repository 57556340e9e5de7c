package org.aegle.imaging.arrival;

import org.aegle.dicom.composition.Adjustment;

/** What is to be told of an object that is stored all the same. */
public enum StoreWarning {
    /** Attributes were filled in that it should have had. */
    COERCED,
    /** Elements were left out. */
    DISCARDED,
    /** SOP class or instance of its header are not those of its data set, which count. */
    HEADER_DIFFERS;

    static StoreWarning of(Adjustment adjustment) {
        return switch (adjustment) {
            case FILLED -> COERCED;
            case DISCARDED -> DISCARDED;
        };
    }
}
