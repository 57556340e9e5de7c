package org.aegle.dicom.phantom;

/**
 * The four chambers of a heart in the plane of an apical view at a moment of the beat: how strongly tissue throws sound
 * back. In mm from the probe, x across and y deep.
 */
final class BeatingHeart {
    private static final double SEPTUM = -6;
    private static final double VALVE_PLANE = 88;
    private static final double APEX = 22;
    private static final double CAVITY = 0.024;

    private final SmoothNoise texture;
    private final double squeeze;
    private final double opening;

    /**
     * The heart at a phase.
     *
     * @param phase 0 to 1, from the R wave to the next
     */
    BeatingHeart(double phase, SmoothNoise texture) {
        this.texture = texture;
        this.squeeze = squeeze(phase);
        this.opening = opening(phase);
    }

    /** Shortening of the ventricles: quick to its height at a third of the beat, then slowly back. */
    private static double squeeze(double phase) {
        if (phase < 0.36) {
            return Math.pow(Math.sin(Math.PI / 2 * phase / 0.36), 1.4);
        }
        double rest = (phase - 0.36) / 0.64;
        return Math.pow(Math.cos(Math.PI / 2 * Math.min(1, rest * 1.25)), 1.6);
    }

    /** Opening of the inlet valves: wide in early filling, once more before the next beat. */
    private static double opening(double phase) {
        return Math.exp(-Math.pow((phase - 0.52) / 0.09, 2)) + 0.6 * Math.exp(-Math.pow((phase - 0.88) / 0.05, 2));
    }

    /** How far the valve plane moves to the apex, mm. */
    private double descent() {
        return 11 * squeeze;
    }

    /** The brightness of the echo at a point, 0 to 1, without speckle. */
    double echo(double x, double y) {
        double valve = VALVE_PLANE - descent();
        double echo = surroundings(x, y);
        double left = chamber(x - 17, y, 23 * (1 - 0.24 * squeeze), valve);
        double right = chamber(x + 27, y, 17 * (1 - 0.2 * squeeze), valve);
        double wall = 8.5 + 3.5 * squeeze;
        double muscle = Math.max(left + wall, right + 5);
        echo = mix(echo, 0.5 + 0.16 * texture.at(x / 6, y / 14, 0), muscle);
        echo = mix(echo, 0.9, 1.2 - Math.abs(left + wall + 1.5) / 1.6);
        echo = mix(echo, CAVITY, left);
        echo = mix(echo, CAVITY, right);
        echo = atria(echo, x, y, valve);
        return valves(echo, x, y, valve);
    }

    private double surroundings(double x, double y) {
        double lung = 0.15 + 0.11 * texture.at(x / 17, y / 13, 5);
        return y < 16 ? 0.62 + 0.2 * texture.at(x / 20, y / 2.5, 9) : lung;
    }

    /** A half ellipse from the apex to the valve plane; depth in mm, above zero within. */
    private static double chamber(double x, double y, double width, double valve) {
        double length = valve - APEX;
        double along = (valve - y) / length;
        if (along < -0.3) {
            return -40;
        }
        double profile = along >= 1 ? 0 : width * Math.sqrt(Math.max(0, 1 - Math.pow(Math.max(0, along), 2.4)));
        double side = profile - Math.abs(x + 0.09 * (y - valve) * Math.signum(x) * 0.2);
        double base = y > valve ? valve - y : Double.MAX_VALUE;
        double tip = along >= 1 ? (1 - along) * length : Double.MAX_VALUE;
        return Math.min(side, Math.min(base, tip));
    }

    private double atria(double below, double x, double y, double valve) {
        double fill = 1 + 0.16 * squeeze;
        double left = oval(x - 17, y - valve - 24 * fill, 21 * fill, 22 * fill);
        double right = oval(x + 25, y - valve - 22 * fill, 19 * fill, 20 * fill);
        double echo = mix(below, 0.5, Math.max(left, right) + 2.8);
        echo = mix(echo, CAVITY, left);
        echo = mix(echo, CAVITY, right);
        return mix(echo, 0.75, y > valve ? 1.1 - Math.abs(x - SEPTUM + 0.5) : -1);
    }

    private static double oval(double x, double y, double rx, double ry) {
        double norm = Math.sqrt(x * x / (rx * rx) + y * y / (ry * ry));
        return (1 - norm) * Math.min(rx, ry);
    }

    private double valves(double below, double x, double y, double valve) {
        double echo = leaflet(below, x, y, SEPTUM + 2, valve, 19);
        echo = leaflet(echo, x, y, 40, valve, -17);
        echo = leaflet(echo, x, y, SEPTUM - 3, valve - 4, -15);
        return leaflet(echo, x, y, -46, valve - 4, 13);
    }

    /** A leaflet hinged at a point, lying across when shut and hanging to the apex when open. */
    private double leaflet(double below, double x, double y, double hinge, double valve, double length) {
        double angle = Math.min(1, opening) * 1.15 + 0.12;
        double tipX = hinge + length * Math.cos(angle);
        double tipY = valve - Math.abs(length) * Math.sin(angle);
        double distance = distanceToSegment(x, y, hinge, valve, tipX, tipY);
        return mix(below, 0.95, 1.5 - distance);
    }

    private static double distanceToSegment(double x, double y, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
        return Math.hypot(x - ax - t * dx, y - ay - t * dy);
    }

    private static double mix(double below, double value, double depth) {
        return below + (value - below) * HeadAnatomy.step(depth * 0.4);
    }

    /** The tissue's own place at rest of a point that has moved with the beat: speckle is bound to it. */
    double restY(double y) {
        double share = Math.max(0, Math.min(1, (y - APEX) / (VALVE_PLANE - APEX)));
        return y + descent() * share;
    }

    double restX(double x, double y) {
        double within = Math.exp(-Math.pow((y - 58) / 40, 2));
        return x * (1 + 0.14 * squeeze * within);
    }
}
