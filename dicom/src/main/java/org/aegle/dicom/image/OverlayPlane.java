package org.aegle.dicom.image;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/**
 * Graphics or a region of interest over an image: one bit for each point. PS3.3 C.9.2.
 *
 * @param rows rows of the plane
 * @param columns columns of the plane
 * @param top row of the image, counted from 0, where the plane begins; perhaps outside of the image
 * @param left column of the image where the plane begins
 * @param region the points are a region of interest, of which the outline is shown; else graphics
 * @param points tells the points that are set, counted row by row
 */
record OverlayPlane(int rows, int columns, int top, int left, boolean region, IntPredicate points) {
    private static final long MOST_POINTS = 1L << 27;

    /** The plane of a group 60xx for a frame; empty where there is none or not enough of it. */
    static Optional<OverlayPlane> find(Frame frame, FrameAttributes attributes, int group) {
        Attributes dataset = attributes.dataset();
        int rows = dataset.getInt(Tag.OverlayRows + group, 0);
        int columns = dataset.getInt(Tag.OverlayColumns + group, 0);
        if (rows < 1 || columns < 1 || (long) rows * columns > MOST_POINTS) {
            return Optional.empty();
        }
        int[] origin = dataset.getInts(Tag.OverlayOrigin + group);
        int top = origin.length == 2 ? origin[0] - 1 : 0;
        int left = origin.length == 2 ? origin[1] - 1 : 0;
        boolean region = dataset.getString(Tag.OverlayType + group).equals("R");
        Optional<IntPredicate> points = dataset.containsValue(Tag.OverlayData + group)
                ? ownPoints(attributes, group, (long) rows * columns)
                : embeddedPoints(frame, dataset, group);
        return points.map(set -> new OverlayPlane(rows, columns, top, left, region, set));
    }

    /** Bits of Overlay Data; planes of several frames follow each other without a gap. PS3.5 8.1.2. */
    private static Optional<IntPredicate> ownPoints(FrameAttributes attributes, int group, long size) {
        Attributes dataset = attributes.dataset();
        long first = 0;
        if (dataset.containsValue(Tag.NumberOfFramesInOverlay + group)) {
            int origin = dataset.getInt(Tag.ImageFrameOrigin + group, 1);
            long number = (long) attributes.frameNumber() - origin;
            if (number < 0 || number >= dataset.getInt(Tag.NumberOfFramesInOverlay + group, 1)) {
                return Optional.empty();
            }
            first = number * size;
        }
        byte[] bits = dataset.getBytes(Tag.OverlayData + group);
        if (first + size > 8L * bits.length) {
            return Optional.empty();
        }
        long start = first;
        return Optional.of(point -> (bits[(int) (start + point >> 3)] >> (start + point & 7) & 1) != 0);
    }

    /** A bit beside those of the samples, as images before 2004 have it. PS3.3 C.9.2, retired. */
    private static Optional<IntPredicate> embeddedPoints(Frame frame, Attributes dataset, int group) {
        PixelFormat format = frame.format();
        int position = dataset.getInt(Tag.OverlayBitPosition + group, -1);
        boolean samePlace = dataset.getInt(Tag.OverlayRows + group, 0) == format.rows()
                && dataset.getInt(Tag.OverlayColumns + group, 0) == format.columns();
        boolean beside =
                position > format.highBit() || position >= 0 && position <= format.highBit() - format.bitsStored();
        if (!samePlace || !beside || position >= format.bitsAllocated() || format.samples() != 1) {
            return Optional.empty();
        }
        return Optional.of(point -> (frame.cell(point) >>> position & 1) != 0);
    }

    /** The point over a pixel of the image is shown. */
    boolean isShown(int row, int column) {
        int y = row - top;
        int x = column - left;
        return isSet(y, x) && (!region || isOutline(y, x));
    }

    private boolean isOutline(int y, int x) {
        return !(isSet(y - 1, x) && isSet(y + 1, x) && isSet(y, x - 1) && isSet(y, x + 1));
    }

    private boolean isSet(int y, int x) {
        return y >= 0 && y < rows && x >= 0 && x < columns && points.test(y * columns + x);
    }
}
