package org.aegle.dicom.phantom;

/**
 * An ellipsoid in the space of a patient, in mm, turned about the long axis of the body.
 */
final class Ellipsoid {
    private static final double FAR_OUTSIDE = -9;

    private final double x;
    private final double y;
    private final double z;
    private final double rx;
    private final double ry;
    private final double rz;
    private final double degrees;
    private final double cosine;
    private final double sine;
    private final double reach;

    /** Centre (to the patient's left, the back, the crown) and half axes. */
    Ellipsoid(double x, double y, double z, double rx, double ry, double rz) {
        this(x, y, z, rx, ry, rz, 0);
    }

    /** The same with a turn about z, in degrees from x to y. */
    Ellipsoid(double x, double y, double z, double rx, double ry, double rz, double degrees) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.rx = rx;
        this.ry = ry;
        this.rz = rz;
        this.degrees = degrees;
        this.cosine = Math.cos(Math.toRadians(degrees));
        this.sine = Math.sin(Math.toRadians(degrees));
        this.reach = Math.max(rx, ry) + 3;
    }

    /** The same on the other side of the body. */
    Ellipsoid mirrored() {
        return new Ellipsoid(-x, y, z, rx, ry, rz, -degrees);
    }

    /** How far within the surface a point lies, in mm and to first order; below zero outside. */
    double depth(double px, double py, double pz) {
        double dx = px - x;
        double dy = py - y;
        double dz = pz - z;
        if (Math.abs(dz) > rz + 3 || Math.abs(dx) > reach || Math.abs(dy) > reach) {
            return FAR_OUTSIDE;
        }
        double ux = (dx * cosine + dy * sine) / rx;
        double uy = (dy * cosine - dx * sine) / ry;
        double uz = dz / rz;
        double norm = Math.sqrt(ux * ux + uy * uy + uz * uz);
        if (norm < 1e-6) {
            return Math.min(rx, Math.min(ry, rz));
        }
        double gradient = Math.sqrt(square(ux / rx) + square(uy / ry) + square(uz / rz));
        return norm * (1 - norm) / gradient;
    }

    private static double square(double value) {
        return value * value;
    }
}
