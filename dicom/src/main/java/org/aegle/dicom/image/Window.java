package org.aegle.dicom.image;

import java.util.function.DoubleUnaryOperator;

/**
 * A window: the values of interest, in units of the modality, for a CT in Hounsfield units. PS3.3 C.11.2.1.2.
 *
 * @param center the value in the middle
 * @param width how far the values reach: 1 or more for LINEAR, more than 0 for the others
 * @param function how values become shades
 */
public record Window(double center, double width, VoiFunction function) implements Windowing {
    /** A window whose function accepts its width. */
    public Window {
        boolean finite = Double.isFinite(center) && Double.isFinite(width);
        if (!finite || !function.accepts(width)) {
            throw new IllegalArgumentException("a window of width " + width + " around " + center);
        }
    }

    /** Values of the modality to shades from 0 to 1. */
    DoubleUnaryOperator shades() {
        return value -> function.shade(value, center, width);
    }
}
