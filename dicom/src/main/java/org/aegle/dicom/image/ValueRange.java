package org.aegle.dicom.image;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** Finds the least and the greatest value of a frame, for images that tell no window. Not thread safe. */
final class ValueRange {
    private final DoubleUnaryOperator modality;
    private final DoublePredicate padding;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private ValueRange(DoubleUnaryOperator modality, DoublePredicate padding) {
        this.modality = modality;
        this.padding = padding;
    }

    /**
     * A ramp over all values of the frame but its padding; where there is only one value, what is above zero is white.
     */
    static DoubleUnaryOperator shades(Frame frame, DoubleUnaryOperator modality, DoublePredicate padding) {
        ValueRange range = new ValueRange(modality, padding);
        if (frame.hasTableOfValues()) {
            range.addDistinct(frame);
        } else {
            range.addAll(frame);
        }
        return range.shades();
    }

    /** Each stored value once: most frames have few. */
    private void addDistinct(Frame frame) {
        PixelFormat format = frame.format();
        boolean[] met = new boolean[1 << format.bitsStored()];
        int[] row = new int[format.columns()];
        for (int y = 0; y < format.rows(); y++) {
            frame.readRaw(y * row.length, row);
            for (int raw : row) {
                met[raw] = true;
            }
        }
        for (int raw = 0; raw < met.length; raw++) {
            if (met[raw]) {
                add(frame.valueOf(raw));
            }
        }
    }

    private void addAll(Frame frame) {
        int count = frame.format().pixels();
        for (int i = 0; i < count; i++) {
            add(frame.value(i));
        }
    }

    private void add(double stored) {
        if (Double.isFinite(stored) && !padding.test(stored)) {
            double value = modality.applyAsDouble(stored);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
    }

    private DoubleUnaryOperator shades() {
        double black = least;
        double range = most - least;
        if (!(range > 0)) {
            return value -> value > 0 ? 1 : 0;
        }
        return value -> Math.max(0, Math.min(1, (value - black) / range));
    }
}
