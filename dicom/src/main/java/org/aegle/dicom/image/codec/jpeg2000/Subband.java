package org.aegle.dicom.image.codec.jpeg2000;

/**
 * A subband of a resolution.
 *
 * @param kind which way it was filtered
 * @param area its samples
 * @param left column of the tile-component's coefficients where it begins
 * @param top row where it begins
 * @param planes bit-planes of its coefficients, Mb of T.800 equation E-2
 * @param step distance of two quantization steps
 */
record Subband(Kind kind, Area area, int left, int top, int planes, float step) {
    /** Low or high along the columns, then along the rows. */
    enum Kind {
        LL(0, 0, 0),
        HL(1, 0, 1),
        LH(0, 1, 1),
        HH(1, 1, 2);

        final int highColumns;
        final int highRows;
        /** Bits that the filters add. T.800 table E.1. */
        final int gain;

        Kind(int highColumns, int highRows, int gain) {
            this.highColumns = highColumns;
            this.highRows = highRows;
            this.gain = gain;
        }
    }
}
