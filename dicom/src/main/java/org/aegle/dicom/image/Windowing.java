package org.aegle.dicom.image;

/** Which values of a gray image are shown as which shades. PS3.3 C.11.2. */
public sealed interface Windowing
        permits Window, Windowing.Stored, Windowing.Explained, Windowing.StoredTable, Windowing.WholeRange {
    /** The image's first window; else its first VOI LUT; else the whole range of its values. */
    Windowing DEFAULT = new Stored(1);

    /**
     * A window of the image. Without any, the first is its first VOI LUT or else the whole range.
     *
     * @param number counted from 1
     */
    record Stored(int number) implements Windowing {
        /** A window counted from 1. */
        public Stored {
            requirePositive(number);
        }
    }

    /**
     * A VOI LUT of the image.
     *
     * @param number counted from 1
     */
    record StoredTable(int number) implements Windowing {
        /** A table counted from 1. */
        public StoredTable {
            requirePositive(number);
        }
    }

    /**
     * The window or VOI LUT of the image that it explains so.
     *
     * @param explanation a value of Window Center &amp; Width Explanation or a LUT Explanation, "BONE"
     */
    record Explained(String explanation) implements Windowing {}

    /** From the least to the greatest value of the frame, padding left aside. */
    record WholeRange() implements Windowing {}

    private static void requirePositive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("number " + number);
        }
    }
}
