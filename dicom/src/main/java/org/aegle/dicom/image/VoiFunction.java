package org.aegle.dicom.image;

import java.util.Optional;

/** How a window turns values into shades. PS3.3 C.11.2.1.2, C.11.2.1.3; PS3.18 8.3.5.1.4. */
public enum VoiFunction {
    /** A ramp over the integers of the window: both ends lie half a value within it. PS3.3 C.11.2.1.2.1. */
    LINEAR("linear") {
        @Override
        double shade(double value, double center, double width) {
            double black = center - 0.5 - (width - 1) / 2;
            double white = center - 0.5 + (width - 1) / 2;
            if (value <= black) {
                return 0;
            }
            return value > white ? 1 : (value - (center - 0.5)) / (width - 1) + 0.5;
        }

        @Override
        boolean accepts(double width) {
            return width >= 1;
        }
    },
    /** A ramp from one end of the window to the other. PS3.3 C.11.2.1.3.2. */
    LINEAR_EXACT("linear-exact") {
        @Override
        double shade(double value, double center, double width) {
            if (value <= center - width / 2) {
                return 0;
            }
            return value > center + width / 2 ? 1 : (value - center) / width + 0.5;
        }

        @Override
        boolean accepts(double width) {
            return width > 0;
        }
    },
    /** An S-shaped curve. PS3.3 C.11.2.1.3.1. */
    SIGMOID("sigmoid") {
        @Override
        double shade(double value, double center, double width) {
            return 1 / (1 + Math.exp(-4 * (value - center) / width));
        }

        @Override
        boolean accepts(double width) {
            return width > 0;
        }
    };

    private final String parameter;

    VoiFunction(String parameter) {
        this.parameter = parameter;
    }

    /** A value's shade: 0 for black to 1 for white. */
    abstract double shade(double value, double center, double width);

    /** The function has a sense for such a width. */
    abstract boolean accepts(double width);

    /** The function that VOI LUT Function names; LINEAR for an empty or unknown name, as where it is absent. */
    static VoiFunction ofTerm(String term) {
        return switch (term) {
            case "SIGMOID" -> SIGMOID;
            case "LINEAR_EXACT" -> LINEAR_EXACT;
            default -> LINEAR;
        };
    }

    /** The function that a web service's parameter names: linear, linear-exact or sigmoid. PS3.18 8.3.5.1.4. */
    public static Optional<VoiFunction> find(String parameter) {
        for (VoiFunction function : values()) {
            if (function.parameter.equals(parameter)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
