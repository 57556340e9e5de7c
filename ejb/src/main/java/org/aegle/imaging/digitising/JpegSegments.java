package org.aegle.imaging.digitising;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;

/** The segments before the first scan of a JPEG file: which are kept, and what the others tell. For one file. */
final class JpegSegments {
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final String JFIF = "JFIF\0";
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";
    private static final String ADOBE = "Adobe";

    /** JFIF without its thumbnail. */
    private static final int JFIF_LENGTH = 14;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final TreeMap<Integer, byte[]> profile = new TreeMap<>();
    private FileFacts exif = FileFacts.NONE;
    private boolean hasExif;
    private Resolution jfif = Resolution.UNKNOWN;

    JpegSegments() {
        kept.write(0xFF);
        kept.write(0xD8);
    }

    void add(int marker, byte[] content) {
        if (marker == APP0 && begins(content, JFIF) && content.length >= JFIF_LENGTH) {
            jfif = density(content);
            byte[] plain = Arrays.copyOf(content, JFIF_LENGTH);
            plain[12] = 0;
            plain[13] = 0;
            keep(marker, plain);
        } else if (marker == APP1 && begins(content, EXIF) && !hasExif) {
            hasExif = true;
            exif = ExifTags.read(Arrays.copyOfRange(content, EXIF.length(), content.length));
        } else if (marker == APP2 && begins(content, ICC) && content.length > ICC.length() + 2) {
            profile.put(content[ICC.length()] & 0xFF, Arrays.copyOfRange(content, ICC.length() + 2, content.length));
            keep(marker, content);
        } else if (marker == APP14 && begins(content, ADOBE) || !isApplication(marker)) {
            keep(marker, content);
        }
    }

    private static boolean isApplication(int marker) {
        return marker >= APP0 && marker <= APP15 || marker == COMMENT;
    }

    /** Start of image and all segments that are kept. */
    byte[] kept() {
        return kept.toByteArray();
    }

    FileFacts facts() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        profile.values().forEach(whole::writeBytes);
        FileFacts facts = exif.coloured(whole.toByteArray());
        return hasExif ? facts : facts.with(jfif);
    }

    private void keep(int marker, byte[] content) {
        kept.write(0xFF);
        kept.write(marker);
        kept.write(content.length + 2 >> 8);
        kept.write(content.length + 2);
        kept.writeBytes(content);
    }

    private static Resolution density(byte[] content) {
        int horizontal = (content[8] & 0xFF) << 8 | content[9] & 0xFF;
        int vertical = (content[10] & 0xFF) << 8 | content[11] & 0xFF;
        return switch (content[7]) {
            case 1 -> Resolution.perInch(horizontal, vertical);
            case 2 -> new Resolution(horizontal / 10d, vertical / 10d);
            default -> Resolution.UNKNOWN;
        };
    }

    private static boolean begins(byte[] content, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= wanted.length && Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
    }
}
