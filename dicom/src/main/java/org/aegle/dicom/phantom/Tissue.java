package org.aegle.dicom.phantom;

/** What a head is made of: density for X-rays in Hounsfield units, brightness in a T2 weighted image. */
enum Tissue {
    AIR(-1000, 0),
    SKIN(45, 190),
    FAT(-85, 420),
    MUSCLE(55, 130),
    CORTICAL_BONE(1250, 18),
    DIPLOE(520, 210),
    CEREBROSPINAL_FLUID(7, 980),
    GRAY_MATTER(39, 470),
    WHITE_MATTER(28, 330),
    DEEP_NUCLEUS(38, 400),
    DURA(62, 90),
    EYE(14, 950),
    LENS(85, 160),
    BLOOD(66, 250),
    EDEMA(18, 690),
    CALCIFICATION(160, 40),
    HEAD_REST(-180, 0);

    final double hounsfield;
    final double t2;

    Tissue(double hounsfield, double t2) {
        this.hounsfield = hounsfield;
        this.t2 = t2;
    }
}
