package org.aegle.dicom.deidentify;

/**
 * A rectangle of an image to be blackened, in all its frames. What lies outside of the image is nothing.
 *
 * @param column its first column, counted from 0
 * @param row its first row, counted from 0
 * @param width columns
 * @param height rows
 */
public record PixelRegion(int column, int row, int width, int height) {
    /** A rectangle within the first quadrant. */
    public PixelRegion {
        if (column < 0 || row < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("a region without area or outside of any image");
        }
    }
}
