package org.aegle.dicom.phantom;

import java.util.function.ToDoubleFunction;

/**
 * A head of ellipsoids in the manner of Shepp and Logan, with the tissues and the folds of a brain. Origin in the middle
 * of the skull, mm, x to the patient's left, y to the back, z to the crown. Not safe for several threads.
 */
final class HeadAnatomy {
    private static final Ellipsoid SCALP = new Ellipsoid(0, 0, 0, 77, 96, 99);
    private static final Ellipsoid SKULL = new Ellipsoid(0, 0, 0, 70.5, 89.5, 92.5);
    private static final Ellipsoid VAULT = new Ellipsoid(0, 1, 0, 64, 82.5, 86);
    private static final Ellipsoid BRAIN = new Ellipsoid(0, 1, 0, 61.5, 80, 83);
    private static final double SKULL_BASE = -44;
    private static final double FURROWS = 24;
    private static final double RIBBON = 7;

    private final HeadDetails details;
    private final SmoothNoise folds;
    private final SmoothNoise fine;
    private final double[] values = new double[Tissue.values().length];
    private double value;

    /** The seed makes each head another; the function tells what a tissue looks like. */
    HeadAnatomy(long seed, ToDoubleFunction<Tissue> look) {
        folds = new SmoothNoise(seed);
        fine = new SmoothNoise(seed + 1);
        details = new HeadDetails(seed);
        for (Tissue tissue : Tissue.values()) {
            values[tissue.ordinal()] = look.applyAsDouble(tissue);
        }
    }

    /** The look of the tissue at a point. */
    double at(double x, double y, double z) {
        value = values[Tissue.AIR.ordinal()];
        double scalp = SCALP.depth(x, y, z);
        if (scalp < -2) {
            details.headRest(x, y, this);
            return value;
        }
        lay(Tissue.SKIN, scalp);
        lay(Tissue.FAT, scalp - 2.2);
        lay(Tissue.MUSCLE, scalp - 5.2);
        double skull = SKULL.depth(x, y, z);
        if (skull > -2) {
            skull(skull, x, y, z);
        }
        if (z < SKULL_BASE + 24) {
            details.face(x, y, z, fine, this);
        }
        return value;
    }

    private void skull(double skull, double x, double y, double z) {
        lay(Tissue.CORTICAL_BONE, skull);
        lay(Tissue.DIPLOE, skull - 2 + 0.5 * fine.at(x / 5, y / 5, z / 5));
        double vault = VAULT.depth(x, y, z);
        lay(Tissue.CORTICAL_BONE, vault + 1.7);
        lay(Tissue.CEREBROSPINAL_FLUID, vault);
        double brain = BRAIN.depth(x, y, z);
        if (brain > -2) {
            brain(brain, x, y, z);
        }
    }

    private void brain(double depth, double x, double y, double z) {
        if (depth < RIBBON) {
            lay(Tissue.GRAY_MATTER, depth + 1.2 * folds.at(x / 9, y / 9, z / 9));
            lay(Tissue.WHITE_MATTER, depth - 3.2 - 1.4 * folds.at(x / 8 + 40, y / 8, z / 8));
        } else {
            value = values[Tissue.WHITE_MATTER.ordinal()];
        }
        sulci(depth, x, y, z);
        details.midline(depth, x, y, z, this);
        details.interior(x, y, z, fine, this);
    }

    /** Furrows run where the noise changes sign, deep to some 24 mm, and the gray matter lines them. */
    private void sulci(double depth, double x, double y, double z) {
        if (depth > FURROWS) {
            return;
        }
        double warp = 6 * folds.at(x / 24, y / 24, z / 24);
        double ridge = Math.abs(folds.at((x + warp) / 11, (y - warp) / 11 + 7, z / 12));
        double fade = Math.max(0, 1 - depth / FURROWS);
        double width = 0.075 * fade;
        double gray = width + 0.24 * Math.min(1, 2.2 * fade);
        blend(Tissue.GRAY_MATTER, step((gray - ridge) * 9));
        blend(Tissue.CEREBROSPINAL_FLUID, 0.85 * step((width - ridge) * 16));
    }

    /** Lays a tissue over what is there where the depth is above zero, with an edge of about a millimetre. */
    void lay(Tissue tissue, double depth) {
        blend(tissue, step(depth * 1.1));
    }

    void blend(Tissue tissue, double share) {
        if (share > 0) {
            value += (values[tissue.ordinal()] - value) * share;
        }
    }

    /** From 0 at -0.5 to 1 at 0.5. */
    static double step(double t) {
        double s = Math.max(0, Math.min(1, t + 0.5));
        return s * s * (3 - 2 * s);
    }
}
