package org.aegle.dicom.image.codec.jpeg2000;

/** Coefficients of a region of interest were lifted above all others. ITU-T T.800 Annex H. */
final class RegionOfInterest {
    private RegionOfInterest() {}

    /** A doubled magnitude, lowered again when it is of the region. */
    static int lowered(int doubledMagnitude, int shift) {
        return shift > 0 && shift < Integer.SIZE && doubledMagnitude >> 1 >> shift != 0
                ? doubledMagnitude >> shift
                : doubledMagnitude;
    }
}
