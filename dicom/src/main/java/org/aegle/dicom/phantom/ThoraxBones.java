package org.aegle.dicom.phantom;

/** Ribs, clavicles and shoulder blades, drawn as strokes with bright borders. */
final class ThoraxBones {
    private static final int RIBS = 10;

    private final Radiograph bones;

    ThoraxBones(int columns, int rows) {
        bones = new Radiograph(columns, rows);
    }

    Radiograph draw() {
        for (int rib = 0; rib < RIBS; rib++) {
            rib(rib, 1);
            rib(rib, -1);
        }
        for (int side = -1; side <= 1; side += 2) {
            clavicle(side);
            shoulder(side);
        }
        return bones;
    }

    /** A rib runs from the spine back and outward, turns at the side, and comes forward and down. */
    private void rib(int number, int side) {
        Radiograph single = new Radiograph(bones.columns, bones.rows);
        double t = number / (double) (RIBS - 1);
        double reach = 0.155 + 0.265 * Math.pow(t, 0.55);
        double start = 0.1 + 0.063 * number;
        double end = number < 7 ? 2.55 : 2.05;
        for (double turn = 0.14; turn < end; turn += 0.005) {
            double x = side * (0.018 + (reach - 0.018) * Math.sin(Math.min(turn, Math.PI - 0.15)));
            double back = Math.min(turn, Math.PI / 2);
            double y = start - 0.028 * Math.sin(2 * back) + (0.035 + 0.06 * t) * (1 - Math.cos(back));
            double front = Math.max(0, turn - Math.PI / 2);
            y += (0.1 + 0.06 * t) * Math.sin(front) + 0.035 * (1 - Math.cos(front));
            double strength = front > 0 ? 0.085 * (1 - 0.45 * front) : 0.13 - 0.02 * turn;
            double radius = 0.0125 + (front > 0 ? 0.003 * front : 0);
            single.stamp(x, y, radius, distance -> strength * shell(distance));
        }
        bones.add(single, 1);
    }

    private void clavicle(int side) {
        Radiograph single = new Radiograph(bones.columns, bones.rows);
        for (double t = 0; t < 1; t += 0.004) {
            double x = side * (0.045 + 0.32 * t);
            double y = 0.195 - 0.085 * t + 0.022 * Math.sin(t * 2 * Math.PI);
            double radius = 0.014 + 0.005 * Math.abs(2 * t - 1);
            single.stamp(x, y, radius, distance -> 0.15 * shell(distance));
        }
        bones.add(single, 1);
    }

    /** The border of the shoulder blade and the head of the arm. */
    private void shoulder(int side) {
        Radiograph single = new Radiograph(bones.columns, bones.rows);
        for (double t = 0; t < 1; t += 0.004) {
            double x = side * (0.405 + 0.04 * Math.sin(t * 2.4) - 0.03 * t);
            single.stamp(x, 0.19 + 0.3 * t, 0.011, distance -> 0.07 * shell(distance));
        }
        single.stamp(side * 0.452, 0.175, 0.055, distance -> 0.17 * Math.sqrt(1 - distance * distance) + 0.02);
        for (double t = 0; t < 1; t += 0.004) {
            single.stamp(side * (0.472 + 0.018 * t), 0.19 + 0.24 * t, 0.026, distance -> 0.13 * shell(distance));
        }
        bones.add(single, 1);
    }

    /** A tube of hard bone: bright near its borders, soft at the very edge. */
    private static double shell(double distance) {
        double border = Math.exp(-Math.pow((distance - 0.78) / 0.16, 2));
        return (0.62 + 0.42 * border) * ThoraxAnatomy.soft((0.97 - distance) / 0.12);
    }
}
