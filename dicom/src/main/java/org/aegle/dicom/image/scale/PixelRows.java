package org.aegle.dicom.image.scale;

/**
 * A picture that is made row by row, so that no stage of the pipeline keeps a whole one. Its rows may be read in any
 * order; quickest is one after the other. Not thread safe.
 */
public interface PixelRows {
    /** Pixels of a row. */
    int columns();

    /** Rows. */
    int rows();

    /** Samples of a pixel: 1 for gray, 3 for red, green and blue. */
    int bands();

    /** The sample of white: 255 or 65535; black is 0. */
    int maximum();

    /**
     * Makes a row.
     *
     * @param row counted from 0
     * @param samples takes columns times bands samples, pixel by pixel
     */
    void read(int row, int[] samples);
}
