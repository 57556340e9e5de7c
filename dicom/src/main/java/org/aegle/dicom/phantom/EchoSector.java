package org.aegle.dicom.phantom;

/** Draws a sector scan: echoes with speckle and depth gain, an electrocardiogram below and a depth scale beside. */
final class EchoSector {
    static final int TOP = 6;
    static final int BOTTOM = 208;
    static final double MM_PER_PIXEL = 0.72;

    private static final double HALF_ANGLE = Math.toRadians(40);
    private static final double FIRST_DEPTH = 6;
    private static final double LAST_DEPTH = (BOTTOM - TOP) * MM_PER_PIXEL;

    private final int columns;
    private final int rows;
    private final SmoothNoise texture;
    private final SmoothNoise speckle;
    private final SmoothNoise quadrature;

    EchoSector(int columns, int rows, long seed) {
        this.columns = columns;
        this.rows = rows;
        this.texture = new SmoothNoise(seed);
        this.speckle = new SmoothNoise(seed + 1);
        this.quadrature = new SmoothNoise(seed + 2);
    }

    /** Draws the frame at a phase of the beat, 0 to 1, into bytes from an offset on. */
    void draw(double phase, byte[] pixels, int offset) {
        BeatingHeart heart = new BeatingHeart(phase, texture);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double gray = row <= BOTTOM ? sector(heart, column, row) : electrocardiogram(phase, column, row);
                gray = Math.max(gray, scale(column, row));
                pixels[offset + row * columns + column] = (byte) Math.max(0, Math.min(255, Math.round(gray)));
            }
        }
    }

    private double sector(BeatingHeart heart, int column, int row) {
        double x = (column - columns / 2.0) * MM_PER_PIXEL;
        double y = (row - TOP) * MM_PER_PIXEL;
        double depth = Math.hypot(x, y);
        double angle = Math.atan2(x, y);
        double edge =
                Math.min((HALF_ANGLE - Math.abs(angle)) * depth, Math.min(depth - FIRST_DEPTH, LAST_DEPTH - depth));
        if (edge <= 0) {
            return 0;
        }
        double echo = heart.echo(x, y) * gain(depth) * shadow(angle, depth);
        double amplitude = echo * granular(heart.restX(x, y), heart.restY(y)) + 0.012;
        double compressed = 255 * (1 + Math.log10(Math.max(amplitude, 1e-3)) / 1.7);
        return compressed * Math.min(1, edge / 1.5);
    }

    /** Speckle is the magnitude of two independent waves: fine along the beam, wider across with depth. */
    private double granular(double x, double y) {
        double depth = Math.hypot(x, y);
        double across = Math.atan2(x, y) * 40;
        double along = depth / 1.7;
        double a = speckle.at(across, along, 0) + 0.5 * speckle.at(across * 1.9, along * 1.7, 3);
        double b = quadrature.at(across, along, 0) + 0.5 * quadrature.at(across * 1.9, along * 1.7, 3);
        return 1.5 * Math.hypot(a, b);
    }

    private static double gain(double depth) {
        return 1.08 - 0.42 * depth / LAST_DEPTH;
    }

    /** Ribs at the probe darken a few beams. */
    private double shadow(double angle, double depth) {
        double dark = texture.at(angle * 9 + 31, 0.5, 2);
        return 1 - 0.35 * Math.max(0, dark) - 0.12 * Math.max(0, Math.abs(angle) / HALF_ANGLE - 0.8) * depth / 40;
    }

    private double electrocardiogram(double phase, int column, int row) {
        double base = (rows + BOTTOM) / 2.0 + 6;
        double here = column / (double) columns;
        double height = base - 17 * wave((here * 2) % 1);
        double before = base - 17 * wave(((column - 1.0) / columns * 2 + 1) % 1);
        double low = Math.min(height, before) - 0.8;
        double high = Math.max(height, before) + 0.8;
        double line = row >= low && row <= high ? 150 : 0;
        double marker = Math.hypot(column - phase * columns / 2 - columns / 2.0, row - markerHeight(base, phase));
        return marker < 3 ? 255 : line;
    }

    private static double markerHeight(double base, double phase) {
        return base - 17 * wave(phase);
    }

    /** P, QRS and T of a beat that begins with the R wave. */
    private static double wave(double phase) {
        double r = bump(phase, 0.0, 0.012) + bump(phase, 1.0, 0.012);
        double q = bump(phase, 0.97, 0.012);
        double s = bump(phase, 0.035, 0.014);
        return r - 0.18 * q - 0.28 * s + 0.26 * bump(phase, 0.32, 0.05) + 0.14 * bump(phase, 0.84, 0.028);
    }

    private static double bump(double at, double centre, double width) {
        return Math.exp(-Math.pow((at - centre) / width, 2));
    }

    /** A tick a centimetre at the right, a gray bar at the left. */
    private double scale(int column, int row) {
        int depth = row - TOP;
        if (depth < 0 || row > BOTTOM) {
            return 0;
        }
        double centimetres = depth * MM_PER_PIXEL / 10;
        boolean tick = Math.abs(centimetres - Math.rint(centimetres)) * 10 / MM_PER_PIXEL < 0.5;
        int length = Math.rint(centimetres) % 5 == 0 ? 8 : 4;
        if (tick && column >= columns - 4 - length && column < columns - 4) {
            return 190;
        }
        boolean bar = column >= 6 && column < 14 && row >= 30 && row < 130;
        return bar ? 255 * (129 - row) / 99.0 : 0;
    }
}
