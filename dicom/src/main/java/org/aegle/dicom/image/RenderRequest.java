package org.aegle.dicom.image;

/**
 * How a frame is to be shown. PS3.18 8.3.5.1.
 *
 * @param frameNumber number of the frame, counted from 1: finds its window, palette and overlays
 * @param windowing which values of a gray image are shown
 * @param viewport size of the picture and part of the image
 * @param overlays the image's overlays are drawn into the picture
 * @param iccProfile the image's ICC profile goes with the picture
 * @param quality quality of a lossy encoding, 1 to 100
 * @param grayBits bits of a gray picture, 8 or 16; those of colours are 8
 */
public record RenderRequest(
        int frameNumber,
        Windowing windowing,
        Viewport viewport,
        boolean overlays,
        boolean iccProfile,
        int quality,
        int grayBits) {
    /** The first frame as the image tells, in its own size, without overlays, with its ICC profile. */
    public static final RenderRequest DEFAULT =
            new RenderRequest(1, Windowing.DEFAULT, Viewport.OWN_SIZE, false, true, 90, Byte.SIZE);

    /** A request with sense. */
    public RenderRequest {
        if (frameNumber < 1) {
            throw new IllegalArgumentException("frame " + frameNumber);
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality " + quality);
        }
        if (grayBits != Byte.SIZE && grayBits != Short.SIZE) {
            throw new IllegalArgumentException("grays of " + grayBits + " bits");
        }
    }

    /** The same of another frame. */
    public RenderRequest withFrameNumber(int other) {
        return new RenderRequest(other, windowing, viewport, overlays, iccProfile, quality, grayBits);
    }

    /** The same with another window. */
    public RenderRequest withWindowing(Windowing other) {
        return new RenderRequest(frameNumber, other, viewport, overlays, iccProfile, quality, grayBits);
    }

    /** The same in another size or of another part. */
    public RenderRequest withViewport(Viewport other) {
        return new RenderRequest(frameNumber, windowing, other, overlays, iccProfile, quality, grayBits);
    }

    /** The same with or without overlays. */
    public RenderRequest withOverlays(boolean other) {
        return new RenderRequest(frameNumber, windowing, viewport, other, iccProfile, quality, grayBits);
    }

    /** The same with or without the ICC profile. */
    public RenderRequest withIccProfile(boolean other) {
        return new RenderRequest(frameNumber, windowing, viewport, overlays, other, quality, grayBits);
    }

    /** The same in another quality. */
    public RenderRequest withQuality(int other) {
        return new RenderRequest(frameNumber, windowing, viewport, overlays, iccProfile, other, grayBits);
    }

    /** The same in grays of other bits. */
    public RenderRequest withGrayBits(int other) {
        return new RenderRequest(frameNumber, windowing, viewport, overlays, iccProfile, quality, other);
    }
}
