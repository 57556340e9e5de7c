package org.aegle.dicom.image;

import org.aegle.dicom.data.Tag;

/** The shape of an image's pixels. PS3.3 C.7.6.3.1.7, 10.7. */
final class PixelAspect {
    private static final int[] SPACINGS = {
        Tag.PixelSpacing, Tag.ImagerPixelSpacing, Tag.NominalScannedPixelSpacing, Tag.PixelAspectRatio
    };

    private static final double EXTREME = 50;

    private PixelAspect() {}

    /**
     * The height of a pixel divided by its width; 1 where the image does not tell or tells an absurd one. A spacing tells
     * the distance of rows first, as an aspect ratio tells the vertical size first.
     */
    static double of(FrameAttributes frame) {
        for (int tag : SPACINGS) {
            double[] spacing = frame.findWith(tag, Tag.PixelMeasuresSequence)
                    .map(item -> item.getDoubles(tag))
                    .orElse(new double[0]);
            double aspect = spacing.length == 2 ? spacing[0] / spacing[1] : Double.NaN;
            if (aspect >= 1 / EXTREME && aspect <= EXTREME) {
                return aspect;
            }
        }
        return 1;
    }
}
