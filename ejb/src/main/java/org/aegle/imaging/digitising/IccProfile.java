package org.aegle.imaging.digitising;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Which colour profiles an object takes. PS3.3 C.11.15. */
final class IccProfile {
    private static final int HEADER = 128;
    private static final Set<String> CLASSES = Set.of("scnr", "mntr", "spac");

    private IccProfile() {}

    /** Whether it describes the red, green and blue of a scanner, a screen or a colour space. */
    static boolean fits(byte[] profile) {
        return profile.length > HEADER
                && CLASSES.contains(text(profile, 12))
                && text(profile, 16).equals("RGB ")
                && text(profile, 36).equals("acsp");
    }

    private static String text(byte[] profile, int at) {
        return new String(profile, at, 4, StandardCharsets.ISO_8859_1);
    }
}
