package org.aegle.imaging.digitising;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a file tells of the size of its pixels on the scanned sheet.
 *
 * @param horizontal pixels a millimetre from left to right; 0 for unknown
 * @param vertical pixels a millimetre from top to bottom; 0 for unknown
 */
record Resolution(double horizontal, double vertical) {
    static final Resolution UNKNOWN = new Resolution(0, 0);

    private static final double INCH = 25.4;
    private static final double COARSEST_SCANNER = 50;
    private static final double FINEST_SCANNER = 10_000;

    static Resolution perInch(double horizontal, double vertical) {
        return new Resolution(horizontal / INCH, vertical / INCH);
    }

    /** Whether a scanner told it: 72 and 96 to the inch is what programs write that know nothing. */
    boolean isMeasured() {
        return isMeasured(horizontal) && isMeasured(vertical);
    }

    private static boolean isMeasured(double perMillimetre) {
        double dots = perMillimetre * INCH;
        long whole = Math.round(dots);
        return dots >= COARSEST_SCANNER && dots <= FINEST_SCANNER && whole != 72 && whole != 96;
    }

    Resolution turned(Orientation by) {
        return by.swaps() ? new Resolution(vertical, horizontal) : this;
    }

    /** Distance between rows, then between columns, in millimetres: Nominal Scanned Pixel Spacing (0018,2010). */
    double[] spacing() {
        return new double[] {rounded(1 / vertical), rounded(1 / horizontal)};
    }

    /** A decimal string has sixteen characters; the sixth digit is far below what a scanner is exact to. */
    private static double rounded(double millimetres) {
        return new BigDecimal(millimetres).round(new MathContext(6)).doubleValue();
    }
}
