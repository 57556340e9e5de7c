package org.aegle.imaging.digitising;

/**
 * What a picture's file tells beside its pixels, as far as an object has a place for it. Where and by whom a picture was
 * taken is not among it, and is not kept.
 *
 * @param manufacturer of the camera or scanner, or empty
 * @param model of the camera or scanner, or empty
 * @param iccProfile how its colours are meant, or empty
 */
record FileFacts(Orientation orientation, Resolution resolution, String manufacturer, String model, byte[] iccProfile) {
    static final FileFacts NONE = new FileFacts(Orientation.UPRIGHT, Resolution.UNKNOWN, "", "", new byte[0]);

    private static final int LONGEST_NAME = 64;

    FileFacts {
        manufacturer = name(manufacturer);
        model = name(model);
    }

    /** As VR LO takes it. PS3.5 6.2. */
    private static String name(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\\\]", " ").strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    FileFacts with(Resolution other) {
        return new FileFacts(orientation, other, manufacturer, model, iccProfile);
    }

    FileFacts coloured(byte[] profile) {
        return new FileFacts(orientation, resolution, manufacturer, model, profile);
    }
}
