package org.aegle.dicom.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The parts within and below the brain: ventricles, nuclei, cerebellum, orbits, sinuses, and perhaps a bleeding. */
final class HeadDetails {
    /** A part and what it is made of; laid in this order. */
    private record Part(Ellipsoid shape, Tissue tissue) {}

    private static final Ellipsoid CEREBELLUM = new Ellipsoid(0, 46, -42, 50, 31, 25);
    private static final Ellipsoid POSTERIOR_FOSSA = new Ellipsoid(0, 45, -42, 53, 34, 28);
    private static final Ellipsoid PETROUS_BONE = new Ellipsoid(40, 18, -50, 30, 9, 11, -32);
    private static final Ellipsoid ETHMOID = new Ellipsoid(0, -52, -46, 11, 24, 16);
    private static final Ellipsoid SPHENOID_BONE = new Ellipsoid(0, -22, -54, 24, 22, 12);
    private static final double FRONT_OF_BASE = -36;

    private final List<Part> interior = new ArrayList<>();
    private final List<Part> face = new ArrayList<>();
    private final double asymmetry;

    HeadDetails(long seed) {
        Random random = new Random(seed);
        asymmetry = random.nextDouble() - 0.5;
        double ventricles = 0.9 + 0.35 * random.nextDouble();
        addNuclei();
        addVentricles(ventricles);
        addBrainstem();
        if (random.nextInt(3) > 0) {
            addBleeding(random);
        }
        addFace();
    }

    private void pair(List<Part> parts, Ellipsoid shape, Tissue tissue) {
        parts.add(new Part(shape, tissue));
        parts.add(new Part(shape.mirrored(), tissue));
    }

    private void addNuclei() {
        pair(interior, new Ellipsoid(23, -6, 6, 7, 17, 11, -14), Tissue.DEEP_NUCLEUS);
        pair(interior, new Ellipsoid(12, 10, 8, 8.5, 14, 9, 20), Tissue.DEEP_NUCLEUS);
        pair(interior, new Ellipsoid(15, -22, 14, 5, 9, 9, -20), Tissue.DEEP_NUCLEUS);
        pair(interior, new Ellipsoid(35, -2, 4, 1.6, 20, 14, -8), Tissue.GRAY_MATTER);
    }

    private void addVentricles(double scale) {
        Tissue fluid = Tissue.CEREBROSPINAL_FLUID;
        pair(interior, new Ellipsoid(9.5, -26, 16, 4.2 * scale, 15, 9, -18), fluid);
        pair(interior, new Ellipsoid(11, 2, 27, 5.5 * scale, 27, 6.5 * scale, 6), fluid);
        pair(interior, new Ellipsoid(20, 34, 16, 6 * scale, 17, 9, 14), fluid);
        pair(interior, new Ellipsoid(31, 8, -14, 3 * scale, 15, 4, 8), fluid);
        interior.add(new Part(new Ellipsoid(0, 4, 2, 1.9 * scale, 13, 9), fluid));
        pair(interior, new Ellipsoid(20, 30, 15, 2.4, 4, 3), Tissue.CALCIFICATION);
        interior.add(new Part(new Ellipsoid(0, 24, 6, 2.2, 2.6, 2.4), Tissue.CALCIFICATION));
        interior.add(new Part(new Ellipsoid(0, 26, -6, 11, 6, 8), fluid));
    }

    private void addBrainstem() {
        interior.add(new Part(new Ellipsoid(0, 2, -26, 21, 17, 13), Tissue.CEREBROSPINAL_FLUID));
        pair(interior, new Ellipsoid(8, 8, -22, 7, 11, 12, 24), Tissue.WHITE_MATTER);
        interior.add(new Part(new Ellipsoid(0, 14, -42, 15, 14, 26), Tissue.WHITE_MATTER));
        interior.add(new Part(new Ellipsoid(0, 33, -42, 6, 4.5, 10), Tissue.CEREBROSPINAL_FLUID));
    }

    private void addBleeding(Random random) {
        double side = random.nextBoolean() ? 1 : -1;
        double x = side * (24 + 8 * random.nextDouble());
        double y = -8 + 30 * random.nextDouble();
        double z = 4 + 18 * random.nextDouble();
        double size = 7 + 6 * random.nextDouble();
        interior.add(new Part(new Ellipsoid(x, y, z, size + 5, size + 7, size + 4), Tissue.EDEMA));
        interior.add(new Part(new Ellipsoid(x, y, z, size, size * 1.3, size * 0.9, side * 20), Tissue.BLOOD));
    }

    private void addFace() {
        face.add(new Part(SPHENOID_BONE, Tissue.CORTICAL_BONE));
        face.add(new Part(new Ellipsoid(0, -24, -55, 15, 15, 9), Tissue.AIR));
        pair(face, new Ellipsoid(28, -46, -42, 20.5, 28, 19, 16), Tissue.CORTICAL_BONE);
        pair(face, new Ellipsoid(29, -50, -42, 18, 28, 17, 16), Tissue.FAT);
        pair(face, new Ellipsoid(23, -42, -42, 2.4, 18, 2.6, 18), Tissue.MUSCLE);
        pair(face, new Ellipsoid(38.5, -46, -42, 1.9, 15, 4, 22), Tissue.MUSCLE);
        pair(face, new Ellipsoid(17.5, -50, -42, 1.6, 15, 4, 6), Tissue.MUSCLE);
        pair(face, new Ellipsoid(31, -60, -42, 12.4, 12, 12.2), Tissue.EYE);
        pair(face, new Ellipsoid(31.5, -69, -42, 4.4, 1.9, 4.4), Tissue.LENS);
    }

    /** Fluid and the falx between the hemispheres. */
    void midline(double depth, double x, double y, double z, HeadAnatomy head) {
        boolean fissure = z > 34 - 0.004 * y * y || Math.abs(y) > 44 && z > -18;
        if (!fissure || Math.abs(x) > 6 || y > 30 && z < -14) {
            return;
        }
        double bend = x + asymmetry * Math.sin(y / 25);
        double width = 0.9 + 1.1 * Math.max(0, 1 - depth / 18);
        head.lay(Tissue.CEREBROSPINAL_FLUID, width - Math.abs(bend));
        head.lay(Tissue.DURA, 0.35 - Math.abs(bend));
    }

    void interior(double x, double y, double z, SmoothNoise fine, HeadAnatomy head) {
        if (z < -10) {
            posteriorFossa(x, y, z, head);
        }
        for (Part part : interior) {
            double depth = part.shape().depth(x, y, z);
            if (depth > -2) {
                head.lay(part.tissue(), depth + 0.8 * fine.at(x / 6, y / 6, z / 6));
            }
        }
    }

    /** The cerebellum under its tent, with leaves that run across. */
    private static void posteriorFossa(double x, double y, double z, HeadAnatomy head) {
        double fossa = POSTERIOR_FOSSA.depth(x, y, z);
        if (fossa < -1.5) {
            return;
        }
        head.lay(Tissue.DURA, fossa + 0.5);
        head.lay(Tissue.CEREBROSPINAL_FLUID, fossa - 0.6);
        double cerebellum = CEREBELLUM.depth(x, y, z);
        head.lay(Tissue.GRAY_MATTER, cerebellum);
        head.lay(Tissue.WHITE_MATTER, cerebellum - 14);
        double leaves = Math.sin(0.9 * (z + 42) + 0.018 * x * x + 0.9 * y);
        head.blend(Tissue.CEREBROSPINAL_FLUID, cerebellum > 0 && cerebellum < 15 ? 0.28 * Math.max(0, leaves) : 0);
    }

    /** The base of the skull with its air filled spaces, and the orbits. */
    void face(double x, double y, double z, SmoothNoise fine, HeadAnatomy head) {
        double petrous =
                Math.max(PETROUS_BONE.depth(x, y, z), PETROUS_BONE.mirrored().depth(x, y, z));
        if (petrous > -2) {
            head.lay(Tissue.CORTICAL_BONE, petrous);
            double cells = fine.at(x / 3.2, y / 3.2, z / 3.2);
            boolean mastoid = Math.abs(x) > 43 + 6 * fine.at(x / 9, y / 9, z / 9);
            head.blend(Tissue.AIR, mastoid && petrous > 1 ? 0.9 * HeadAnatomy.step((cells - 0.05) * 3) : 0);
        }
        if (y > FRONT_OF_BASE + 40) {
            return;
        }
        for (Part part : face) {
            double depth = part.shape().depth(x, y, z);
            if (depth > -1) {
                head.lay(part.tissue(), depth);
            }
        }
        ethmoid(x, y, z, fine, head);
    }

    private static void ethmoid(double x, double y, double z, SmoothNoise fine, HeadAnatomy head) {
        double depth = ETHMOID.depth(x, y, z);
        if (depth < -2) {
            return;
        }
        head.lay(Tissue.CORTICAL_BONE, depth + 1);
        head.lay(Tissue.AIR, depth);
        double septa = Math.abs(fine.at(x / 5, y / 6, z / 6));
        head.blend(Tissue.CORTICAL_BONE, depth > 0 ? 0.45 * HeadAnatomy.step((0.07 - septa) * 14) : 0);
        head.lay(Tissue.CORTICAL_BONE, 0.5 - Math.abs(x));
    }

    /** A shell of carbon fibre under the head. */
    void headRest(double x, double y, HeadAnatomy head) {
        double radius = Math.sqrt(x * x / 0.92 + (y - 2) * (y - 2));
        if (y > 22 && radius < 118) {
            head.lay(Tissue.HEAD_REST, 1.4 - Math.abs(radius - 107));
            head.lay(Tissue.HEAD_REST, y > 100 ? 0.8 - Math.abs(radius - 112) : -1);
        }
    }
}
