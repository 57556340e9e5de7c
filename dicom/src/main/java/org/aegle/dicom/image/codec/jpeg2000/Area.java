package org.aegle.dicom.image.codec.jpeg2000;

/**
 * A rectangle of samples.
 *
 * @param x0 left edge
 * @param y0 upper edge
 * @param x1 right edge, not included
 * @param y1 lower edge, not included
 */
record Area(int x0, int y0, int x1, int y1) {
    static long ceiling(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    /** The area on a grid coarser by whole numbers. */
    Area divided(long dx, long dy) {
        return new Area((int) ceiling(x0, dx), (int) ceiling(y0, dy), (int) ceiling(x1, dx), (int) ceiling(y1, dy));
    }

    /** The area of a subband whose samples begin at an offset of the finer grid. T.800 equation B-15. */
    Area subband(int level, int offsetX, int offsetY) {
        long scale = 1L << level;
        long shiftX = offsetX * (scale >> 1);
        long shiftY = offsetY * (scale >> 1);
        return new Area(
                (int) ceiling(x0 - shiftX, scale),
                (int) ceiling(y0 - shiftY, scale),
                (int) ceiling(x1 - shiftX, scale),
                (int) ceiling(y1 - shiftY, scale));
    }

    Area intersection(Area other) {
        return new Area(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }
}
