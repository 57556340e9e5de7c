package org.aegle.dicom.image;

import org.aegle.dicom.image.scale.AxisSampling;

/**
 * The space that a picture has and the part of the image that it shows. The picture is as large as it can be in its
 * space with the proportions of the image, pixels that are not square taken into account. PS3.18 8.3.5.1.3.
 *
 * @param width pixels across at the most; 0 for the pixels of the image as they are
 * @param height pixels down at the most; 0 together with the width
 * @param region the part of the image
 * @param enlarging an image that is smaller than its space is made larger
 */
public record Viewport(int width, int height, SourceRegion region, boolean enlarging) {
    /** The longest side of a picture. */
    public static final int LARGEST = 8192;

    /** Pixel for pixel of the image, whatever their shape. */
    public static final Viewport OWN_SIZE = new Viewport(0, 0, SourceRegion.WHOLE, false);

    /** A space of up to {@link #LARGEST} pixels each way, or none. */
    public Viewport {
        boolean own = width == 0 && height == 0;
        boolean sized = width > 0 && height > 0 && width <= LARGEST && height <= LARGEST;
        if (!own && !sized) {
            throw new IllegalArgumentException("a viewport of " + width + " by " + height);
        }
    }

    /** The whole image, made smaller or larger until it fills the space in one direction. */
    public static Viewport of(int width, int height) {
        return new Viewport(width, height, SourceRegion.WHOLE, true);
    }

    /** The whole image, made smaller where a side is longer; {@link #OWN_SIZE} for 0. */
    public static Viewport within(int side) {
        int space = Math.min(side, LARGEST);
        return space <= 0 ? OWN_SIZE : new Viewport(space, space, SourceRegion.WHOLE, false);
    }

    /**
     * The space and part that a parameter {@code vw,vh[,sx,sy,sw,sh]} tells; an {@code sw} or {@code sh} below zero flips.
     *
     * @throws IllegalArgumentException when it has another form or is without sense
     */
    public static Viewport parse(String parameter) {
        return ViewportText.parse(parameter);
    }

    /** The same space for a part of the image. */
    public Viewport withRegion(SourceRegion other) {
        return new Viewport(width, height, other, enlarging);
    }

    /**
     * How an image is taken into the picture, first across and then down.
     *
     * @param aspect the height of a pixel divided by its width
     * @throws IllegalArgumentException when the region lies outside of the image
     */
    AxisSampling[] samplings(int columns, int rows, double aspect) {
        double across = within(columns, region.x(), region.width());
        double down = within(rows, region.y(), region.height());
        double scale = width == 0 ? 1 : scale(across, down * aspect, Math.max(1, 1 / aspect));
        double stretch = width == 0 ? 1 : aspect;
        return new AxisSampling[] {
            new AxisSampling(region.x(), across, pixels(across * scale), region.width() < 0),
            new AxisSampling(region.y(), down, pixels(down * stretch * scale), region.height() < 0)
        };
    }

    private static double within(int size, double from, double length) {
        double rest = size - from;
        double wanted = Math.abs(length);
        if (rest <= 0) {
            throw new IllegalArgumentException("the region begins at " + from + " of " + size + " pixels");
        }
        return wanted == 0 ? rest : Math.min(rest, wanted);
    }

    /** Fits the space; without enlarging the closer axis stays as it is. */
    private double scale(double across, double down, double natural) {
        double fitting = Math.min(width / across, height / down);
        return enlarging ? fitting : Math.min(natural, fitting);
    }

    private static int pixels(double length) {
        return (int) Math.max(1, Math.round(length));
    }
}
