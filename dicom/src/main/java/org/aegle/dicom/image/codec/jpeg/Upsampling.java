package org.aegle.dicom.image.codec.jpeg;

/**
 * Spreads the samples of a component over all pixels of a row: chrominance of half the columns, or half the rows too, by
 * a triangle filter, the usual way of JPEG decoders; others by repetition. Not thread safe. ITU-T T.81 A.1.1 leaves it
 * open.
 */
final class Upsampling {
    private static final int NEAR = 3;
    private static final int SMALLEST_FILTERED = 3;

    private final ComponentPlane plane;
    private final int horizontal;
    private final int vertical;
    private final int maximumHorizontal;
    private final int maximumVertical;
    private final boolean filtered;
    private final int[] sums;
    private final int[] spread;

    Upsampling(FrameHeader frame, FrameHeader.Component component, ComponentPlane plane) {
        this.plane = plane;
        this.horizontal = component.horizontal();
        this.vertical = component.vertical();
        this.maximumHorizontal = frame.maximumHorizontal();
        this.maximumVertical = frame.maximumVertical();
        boolean halfColumns = horizontal * 2 == maximumHorizontal && plane.columns() >= SMALLEST_FILTERED;
        this.filtered = halfColumns && (vertical == maximumVertical || vertical * 2 == maximumVertical);
        this.sums = new int[plane.columns()];
        this.spread = new int[Math.max(2 * plane.columns(), frame.columns())];
    }

    /** The samples of a row of pixels; the array is overwritten by the next row. */
    int[] row(int y) {
        if (filtered) {
            filter(y);
            return spread;
        }
        int from = y * vertical / maximumVertical * plane.stride();
        for (int x = 0; x < spread.length; x++) {
            spread[x] = plane.samples()[from + Math.min(plane.stride() - 1, x * horizontal / maximumHorizontal)];
        }
        return spread;
    }

    private void filter(int y) {
        boolean halfRows = vertical != maximumVertical;
        int near = halfRows ? y / 2 : y;
        int far = halfRows ? Math.max(0, Math.min(plane.rows() - 1, y % 2 == 0 ? near - 1 : near + 1)) : near;
        for (int x = 0; x < sums.length; x++) {
            int sample = plane.samples()[near * plane.stride() + x];
            sums[x] = halfRows ? NEAR * sample + plane.samples()[far * plane.stride() + x] : sample;
        }
        int shift = halfRows ? 4 : 2;
        int roundLeft = halfRows ? 8 : 1;
        int roundRight = halfRows ? 7 : 2;
        int last = sums.length - 1;
        for (int x = 0; x <= last; x++) {
            int left = sums[Math.max(0, x - 1)];
            int right = sums[Math.min(last, x + 1)];
            spread[2 * x] = NEAR * sums[x] + left + roundLeft >> shift;
            spread[2 * x + 1] = NEAR * sums[x] + right + roundRight >> shift;
        }
    }
}
