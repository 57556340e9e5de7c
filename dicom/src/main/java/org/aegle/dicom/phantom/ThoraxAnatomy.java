package org.aegle.dicom.phantom;

import java.util.Random;

/**
 * What lies in the beam of a frontal chest radiograph: soft parts, lungs, heart and great vessels, diaphragm, spine.
 * Places in parts of the image's width, x from the middle to the viewer's right, which is the patient's left.
 */
final class ThoraxAnatomy {
    private final SmoothNoise noise;
    private final double heart;
    private final double breath;

    ThoraxAnatomy(long seed) {
        noise = new SmoothNoise(seed);
        Random random = new Random(seed);
        heart = 0.94 + 0.14 * random.nextDouble();
        breath = 0.02 * (random.nextDouble() - 0.5);
    }

    /** Soft parts without the lungs' air: thick in the middle, thin at the sides, with shoulders and neck. */
    double body(double x, double y) {
        double width = bodyHalfWidth(y);
        double inside = (width - Math.abs(x)) / 0.07;
        if (inside <= 0) {
            return 0;
        }
        double round = Math.min(1, inside);
        double thickness = Math.sqrt(1 - (1 - round) * (1 - round));
        double fold = 0.03 * noise.at(x * 5, y * 5, 1) + 0.012 * noise.at(x * 18, y * 18, 2);
        double shoulder = 0.1 * soft((Math.abs(x) - 0.3) / 0.1) * soft((0.3 - y) / 0.12);
        return (0.6 + 0.1 * soft((y - 0.75) / 0.2) + fold + shoulder) * thickness;
    }

    private static double bodyHalfWidth(double y) {
        double neck = 0.115 + 0.02 * Math.max(0, 0.1 - y);
        double shoulders = 0.5 + 0.2 * (y - 0.1);
        double slope = soft((y - 0.055) / 0.1);
        double chest = 0.468 + 0.02 * Math.sin(y * 5);
        double arm = soft((y - 0.33) / 0.2);
        return neck + (shoulders - neck) * slope - (shoulders - chest) * arm;
    }

    /** The air of both lungs: what it takes away from the body. */
    double lungs(double x, double y) {
        double depth = Math.max(lung(-x, y, 0.0), lung(x, y, 0.024));
        if (depth <= -0.02) {
            return 0;
        }
        double full = Math.sqrt(Math.min(1, Math.max(0, depth + 0.012) / 0.105));
        double mottle = 0.03 * noise.at(x * 30, y * 30, 3) + 0.035 * noise.at(x * 11, y * 11, 4);
        return (0.385 + mottle + 0.04 * (y - 0.4)) * full;
    }

    /** Depth within a lung, its own side being positive x. */
    private double lung(double x, double y, double lower) {
        double top = 0.105;
        double dome = diaphragm(x, lower);
        double t = Math.max(0, Math.min(1, (y - top) / (dome - top)));
        double outer = 0.235 + 0.165 * Math.pow(t, 0.75) - 0.02 * soft((t - 0.85) / 0.1);
        double apex = Math.sqrt(Math.max(0, 1 - Math.pow(Math.max(0, 0.24 - t) / 0.24, 2)));
        double middle = 0.175 - 0.02 * t;
        double inner = 0.05 + 0.012 * t;
        double right = middle + (outer - middle) * apex - x;
        double left = x - (middle - (middle - inner) * apex);
        return Math.min(Math.min(right, left), Math.min(y - top, dome - y));
    }

    /** Height of the dome at a distance from the middle; it falls to the angle at the side. */
    private double diaphragm(double x, double lower) {
        double fromCrown = (x - 0.19) / 0.21;
        double fall = fromCrown > 0 ? 0.135 * Math.pow(fromCrown, 2.2) : 0.04 * fromCrown * fromCrown;
        return 0.735 + lower + breath + fall;
    }

    /** Heart, aorta and great veins before the spine. */
    double mediastinum(double x, double y) {
        double ventricle = oval(x - 0.075, y - 0.6, 0.142 * heart, 0.125 * heart, 38);
        double atrium = oval(x + 0.045, y - 0.605, 0.062 * heart, 0.1, 0);
        double base = oval(x - 0.02, y - 0.5, 0.075, 0.13, 20);
        double organ = Math.max(Math.max(ventricle, atrium), base);
        double value = 0.27 * rounded(organ, 0.07);
        double knob = oval(x - 0.052, y - 0.345, 0.036, 0.04, 0);
        double descending = y > 0.34 && y < 0.82 ? 0.018 - Math.abs(x - 0.052 + 0.03 * (y - 0.34)) : -1;
        double cava = y > 0.15 && y < 0.52 ? 0.03 - Math.abs(x + 0.04) : -1;
        value = Math.max(value, 0.2 * rounded(knob, 0.03));
        value = Math.max(value, 0.16 * rounded(Math.max(cava, y > 0.12 && y < 0.6 ? 0.045 - Math.abs(x) : -1), 0.03));
        return value + 0.05 * rounded(descending, 0.02);
    }

    /** Liver and stomach below the domes, with a bubble of air on the left. */
    double abdomen(double x, double y) {
        double dome = diaphragm(Math.abs(x), x > 0 ? 0.024 : 0);
        double below = soft((y - dome) / 0.03);
        double bubble = oval(x - 0.2, y - 0.83, 0.075, 0.036, 12);
        return below * (x < 0.02 ? 0.1 : 0.06) - 0.13 * rounded(bubble, 0.03);
    }

    /** The dark column of the windpipe down to its parting. */
    double trachea(double x, double y) {
        double bend = 0.006 * soft((y - 0.28) / 0.1);
        double pipe = y < 0.39 ? 0.019 - Math.abs(x + bend) : -1;
        double bronchi = y >= 0.375 && y < 0.46 ? 0.013 - Math.abs(Math.abs(x + bend) - (y - 0.375) * 0.95) * 0.75 : -1;
        return -0.1 * rounded(Math.max(pipe, bronchi), 0.013) * soft((0.5 - y) / 0.1);
    }

    /** Vertebral bodies with their discs, arches and spinous processes. */
    double spine(double x, double y) {
        double period = 0.052 + 0.012 * y;
        double place = (y + 0.01) / period;
        double within = Math.abs(place - Math.rint(place));
        double bodyShare = 1 - soft((within - 0.42) / 0.12);
        double half = 0.043 + 0.012 * y;
        double column = soft((half - Math.abs(x)) / 0.008);
        double edge = Math.exp(-Math.pow((Math.abs(x) - half + 0.004) / 0.004, 2));
        double pedicle = Math.exp(-Math.pow((Math.abs(x) - 0.026) / 0.006, 2) - Math.pow((within - 0.16) / 0.12, 2));
        double process = Math.exp(-Math.pow(x / 0.006, 2) - Math.pow((within - 0.3) / 0.16, 2));
        return column * (0.035 + 0.05 * bodyShare) + 0.03 * edge * bodyShare + 0.035 * pedicle + 0.04 * process;
    }

    /** From 0 to 1 around zero, over about a unit. */
    static double soft(double t) {
        return HeadAnatomy.step(t);
    }

    private static double oval(double x, double y, double rx, double ry, double degrees) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        double u = (x * cosine + y * sine) / rx;
        double v = (y * cosine - x * sine) / ry;
        return (1 - Math.hypot(u, v)) * Math.min(rx, ry);
    }

    /** Thickness of a round body at a depth within its outline. */
    private static double rounded(double depth, double radius) {
        if (depth <= 0) {
            return 0;
        }
        double t = Math.min(1, depth / radius);
        return Math.sqrt(1 - (1 - t) * (1 - t));
    }
}
