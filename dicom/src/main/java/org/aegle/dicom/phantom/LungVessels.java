package org.aegle.dicom.phantom;

import java.util.Random;

/** The vessels of the lungs: trees that part again and again from the hilum outward. */
final class LungVessels {
    private static final double THINNEST = 0.0011;

    private final Radiograph field;
    private final Random random;

    LungVessels(int columns, int rows, long seed) {
        field = new Radiograph(columns, rows);
        random = new Random(seed);
    }

    Radiograph draw() {
        for (int side = -1; side <= 1; side += 2) {
            double hilumX = side * (side < 0 ? 0.085 : 0.1);
            double hilumY = side < 0 ? 0.47 : 0.45;
            for (int i = 0; i < 9; i++) {
                double degrees = -75 + 158.0 * i / 8 + 9 * random.nextGaussian();
                double width = 0.0068 + 0.0045 * random.nextDouble();
                branch(hilumX, hilumY, degrees, width, side);
            }
        }
        return field;
    }

    private void branch(double fromX, double fromY, double degrees, double width, int side) {
        double x = fromX;
        double y = fromY;
        double angle = degrees;
        double length = (0.028 + 0.04 * random.nextDouble()) * (0.7 + 40 * width);
        double step = 0.0012;
        for (double way = 0; way < length; way += step) {
            x += side * step * Math.cos(Math.toRadians(angle));
            y += step * Math.sin(Math.toRadians(angle));
            angle += 1.4 * random.nextGaussian();
            double strength = Math.min(0.125, 11.5 * width);
            field.stamp(x, y, width, distance -> strength * Math.sqrt(1 - distance * distance));
        }
        double thinner = width * (0.62 + 0.16 * random.nextDouble());
        boolean within = Math.abs(x) > 0.04 && Math.abs(x) < 0.4 && y > 0.12 && y < 0.86;
        if (thinner > THINNEST && within) {
            branch(x, y, angle - 14 - 16 * random.nextDouble(), thinner, side);
            branch(x, y, angle + 14 + 16 * random.nextDouble(), thinner * 0.92, side);
        }
    }
}
