package org.aegle.dicom.image;

/**
 * The part of an image that is shown, in its pixels, fractions allowed. PS3.18 8.3.5.1.3.
 *
 * @param x distance of its left edge from that of the image
 * @param y distance of its upper edge
 * @param width its width, 0 for all that is right of x; below zero: flipped horizontally
 * @param height its height, 0 for all that is below y; below zero: flipped vertically
 */
public record SourceRegion(double x, double y, double width, double height) {
    /** All of the image. */
    public static final SourceRegion WHOLE = new SourceRegion(0, 0, 0, 0);

    /** A region that begins in the image. */
    public SourceRegion {
        boolean finite = Double.isFinite(width) && Double.isFinite(height);
        if (!finite || !(x >= 0 && y >= 0)) {
            throw new IllegalArgumentException("a region at " + x + ", " + y + " of " + width + " by " + height);
        }
    }
}
