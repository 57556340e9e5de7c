package org.aegle.dicom.image.output;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;

/** The colour space that an ICC profile is made for. ICC.1 7.2.6. */
final class ProfileSpace {
    private static final int SPACE_AT = 16;
    private static final int HEADER_LENGTH = 128;

    private ProfileSpace() {}

    /** The profile is one for pictures as this: of gray for gray, of red, green and blue for colours. */
    static boolean fits(byte[] profile, BufferedImage picture) {
        if (profile.length <= HEADER_LENGTH) {
            return false;
        }
        String space = new String(profile, SPACE_AT, 4, StandardCharsets.US_ASCII);
        return space.equals(picture.getRaster().getNumBands() == 1 ? "GRAY" : "RGB ");
    }
}
