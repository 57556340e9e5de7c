package org.aegle.dicom.image;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** The grayscale pipeline: modality LUT, VOI LUT, presentation LUT, one after the other. PS3.4 N.2. */
final class GrayPipeline {
    private static final double BACKGROUND = 0;

    private final DoublePredicate padding;
    private final List<DoubleUnaryOperator> stages;

    /**
     * The pipeline of a frame.
     *
     * @throws IllegalArgumentException when the image does not have the window that is asked for
     */
    GrayPipeline(Frame frame, FrameAttributes attributes, Windowing windowing) {
        PixelFormat format = frame.format();
        padding = PixelPadding.of(attributes.dataset(), format);
        DoubleUnaryOperator modality = ModalityLut.of(attributes, format.signed());
        boolean signed = ModalityLut.mayBeNegative(attributes, format.signed());
        VoiLut voi = new VoiLut(attributes, signed, () -> ValueRange.shades(frame, modality, padding));
        stages =
                List.of(modality, voi.stage(windowing), PresentationLut.of(attributes.dataset(), format.photometric()));
    }

    /** The shade of a stored value, 0 for black to 1 for white; padding and what is no number are background. */
    double shade(double stored) {
        if (Double.isNaN(stored) || padding.test(stored)) {
            return BACKGROUND;
        }
        double value = stored;
        for (DoubleUnaryOperator stage : stages) {
            value = stage.applyAsDouble(value);
        }
        return value;
    }
}
