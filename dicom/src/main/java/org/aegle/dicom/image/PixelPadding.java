package org.aegle.dicom.image;

import java.util.function.DoublePredicate;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/**
 * Stored values that fill the matrix around the image: no part of its range of values, and shown as background.
 * PS3.3 C.7.5.1.1.2, C.7.6.24.
 */
final class PixelPadding {
    private PixelPadding() {}

    /** Tells the stored values of padding; none where the image has no Pixel Padding Value. */
    static DoublePredicate of(Attributes dataset, PixelFormat format) {
        if (!format.floating()) {
            return between(dataset, format, Tag.PixelPaddingValue, Tag.PixelPaddingRangeLimit);
        }
        return format.bitsAllocated() == Float.SIZE
                ? between(dataset, format, Tag.FloatPixelPaddingValue, Tag.FloatPixelPaddingRangeLimit)
                : between(dataset, format, Tag.DoubleFloatPixelPaddingValue, Tag.DoubleFloatPixelPaddingRangeLimit);
    }

    private static DoublePredicate between(Attributes dataset, PixelFormat format, int valueTag, int limitTag) {
        double value = stored(dataset.getDouble(valueTag, Double.NaN), format);
        double limit = stored(dataset.getDouble(limitTag, Double.NaN), format);
        if (Double.isNaN(value)) {
            return stored -> false;
        }
        if (Double.isNaN(limit)) {
            return stored -> stored == value;
        }
        double least = Math.min(value, limit);
        double most = Math.max(value, limit);
        return stored -> stored >= least && stored <= most;
    }

    /** Some writers give it as US though samples are signed, or as SS though they are not. */
    private static double stored(double value, PixelFormat format) {
        boolean word = !format.floating() && value >= Short.MIN_VALUE && value <= 0xFFFF;
        if (!word) {
            return value;
        }
        int bits = (int) value;
        return format.signed() ? (short) bits : bits & 0xFFFF;
    }
}
