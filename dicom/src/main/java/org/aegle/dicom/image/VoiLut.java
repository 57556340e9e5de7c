package org.aegle.dicom.image;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/** Values of interest to 0-255: a window or a table, as the image tells. PS3.3 C.11.2. */
final class VoiLut {
    private static final double WHITE = 255;

    private VoiLut() {}

    /** The first window or table of the image; empty when it has none. */
    static Optional<DoubleUnaryOperator> of(FrameAttributes frame, boolean signed) {
        Optional<DoubleUnaryOperator> window =
                frame.findWith(Tag.WindowCenter, Tag.FrameVOILUTSequence).flatMap(VoiLut::window);
        if (window.isPresent()) {
            return window;
        }
        return frame.dataset()
                .findItem(Tag.VOILUTSequence)
                .flatMap(item -> LookupTable.of(item, signed))
                .map(table -> value -> table.entry(value) * WHITE / table.maximum());
    }

    private static Optional<DoubleUnaryOperator> window(Attributes attributes) {
        double center = attributes.getDouble(Tag.WindowCenter, Double.NaN);
        double width = attributes.getDouble(Tag.WindowWidth, Double.NaN);
        if (Double.isNaN(center) || Double.isNaN(width) || width <= 0) {
            return Optional.empty();
        }
        return switch (attributes.getString(Tag.VOILUTFunction, "LINEAR")) {
            case "SIGMOID" -> Optional.of(value -> WHITE / (1 + Math.exp(-4 * (value - center) / width)));
            case "LINEAR_EXACT" -> Optional.of(between(center - width / 2, center + width / 2));
            default ->
                width < 1
                        ? Optional.empty()
                        : Optional.of(between(center - 0.5 - (width - 1) / 2, center - 0.5 + (width - 1) / 2));
        };
    }

    /** Black up to a value, white above another, linear in between. */
    static DoubleUnaryOperator between(double black, double white) {
        double range = white - black;
        return value -> {
            if (value <= black) {
                return 0;
            }
            return value > white ? WHITE : (value - black) / range * WHITE;
        };
    }
}
