package org.aegle.imaging.digitising;

/**
 * How a stored picture must be turned to stand upright: EXIF and TIFF tag 274. The pixel (x, y) of the stored picture
 * comes to its place in the upright one.
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    HALF_TURN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    QUARTER_CLOCKWISE(true, true, false),
    TRANSVERSED(true, true, true),
    QUARTER_COUNTERCLOCKWISE(true, false, true);

    private final boolean swaps;
    /** Whether the upright column, and row, count from the other end. */
    private final boolean columnsReversed;

    private final boolean rowsReversed;

    Orientation(boolean swaps, boolean columnsReversed, boolean rowsReversed) {
        this.swaps = swaps;
        this.columnsReversed = columnsReversed;
        this.rowsReversed = rowsReversed;
    }

    /** By the value of the tag, 1 to 8; all others mean nothing. */
    static Orientation of(int tag) {
        return tag >= 1 && tag <= values().length ? values()[tag - 1] : UPRIGHT;
    }

    /** Rows become columns. */
    boolean swaps() {
        return swaps;
    }

    /** Column in the upright picture, which is {@code width} wide. */
    int column(int x, int y, int width) {
        int column = swaps ? y : x;
        return columnsReversed ? width - 1 - column : column;
    }

    /** Row in the upright picture, which is {@code height} high. */
    int row(int x, int y, int height) {
        int row = swaps ? x : y;
        return rowsReversed ? height - 1 - row : row;
    }

    /** Where the stored row or column begins that a band of upright rows is made of. */
    int bandStart(int firstRow, int rows, int height) {
        return rowsReversed ? height - firstRow - rows : firstRow;
    }
}
