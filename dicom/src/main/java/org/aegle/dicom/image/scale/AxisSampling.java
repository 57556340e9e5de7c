package org.aegle.dicom.image.scale;

/**
 * How an axis of a picture is taken into another picture.
 *
 * @param from start of the stretch taken, in pixels, fractions allowed
 * @param length length of the stretch in pixels, more than 0
 * @param size pixels that it becomes, 1 or more
 * @param flipped the last becomes the first
 */
public record AxisSampling(double from, double length, int size, boolean flipped) {
    /** A sampling of some length into some pixels. */
    public AxisSampling {
        boolean sound = from >= 0 && length > 0 && size > 0;
        if (!sound) {
            throw new IllegalArgumentException(length + " pixels from " + from + " into " + size);
        }
    }

    /** Every pixel of an axis stays where it is. */
    public boolean isIdentity(int sourceSize) {
        return from == 0 && length == sourceSize && size == sourceSize && !flipped;
    }
}
