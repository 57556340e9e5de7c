package org.aegle.imaging.digitising;

/** Body Part Examined (0018,0015), the frequent ones. PS3.16 Annex L. */
public enum BodyPart {
    ABDOMEN(false),
    ANKLE(true),
    ARM(true),
    BREAST(true),
    CHEST(false),
    CLAVICLE(true),
    CSPINE(false),
    EAR(true),
    ELBOW(true),
    EYE(true),
    FINGER(true),
    FOOT(true),
    FOREARM(true),
    HAND(true),
    HEAD(false),
    HIP(true),
    JAW(false),
    KNEE(true),
    LEG(true),
    LSPINE(false),
    NECK(false),
    PELVIS(false),
    SHOULDER(true),
    SKULL(false),
    THIGH(true),
    TOE(true),
    TSPINE(false),
    WHOLEBODY(false),
    WRIST(true);

    private final boolean paired;

    BodyPart(boolean paired) {
        this.paired = paired;
    }

    /** There is a left and a right one, so that Laterality (0020,0060) says which. */
    public boolean isPaired() {
        return paired;
    }
}
