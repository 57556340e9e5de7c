package org.aegle.dicom.phantom;

/** Smooth noise in space, between -1 and 1: random values at the corners of a grid, eased in between. */
final class SmoothNoise {
    private final long seed;

    SmoothNoise(long seed) {
        this.seed = seed;
    }

    double at(double x, double y, double z) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        int iz = (int) Math.floor(z);
        double fx = ease(x - ix);
        double fy = ease(y - iy);
        double fz = ease(z - iz);
        double near = plane(ix, iy, iz, fx, fy);
        double far = plane(ix, iy, iz + 1, fx, fy);
        return near + (far - near) * fz;
    }

    private double plane(int ix, int iy, int iz, double fx, double fy) {
        double top = mix(corner(ix, iy, iz), corner(ix + 1, iy, iz), fx);
        double bottom = mix(corner(ix, iy + 1, iz), corner(ix + 1, iy + 1, iz), fx);
        return mix(top, bottom, fy);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    /** A well mixed hash of the corner. */
    private double corner(int x, int y, int z) {
        long h = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL + z * 0x165667B19E3779F9L;
        h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
        h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
        return ((h ^ h >>> 31) >> 11) * 0x1.0p-52;
    }
}
