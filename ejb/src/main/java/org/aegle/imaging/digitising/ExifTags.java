package org.aegle.imaging.digitising;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The few tags of EXIF that matter, from a TIFF structure in memory. What is broken tells nothing. Exif 2.32 4.6. */
final class ExifTags {
    private static final int MAKE = 271;
    private static final int MODEL = 272;
    private static final int ORIENTATION = 274;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int RESOLUTION_UNIT = 296;
    private static final int EXIF_IFD = 0x8769;
    private static final int EXPOSURE_TIME = 0x829A;
    private static final int F_NUMBER = 0x829D;
    private static final int FOCAL_LENGTH = 0x920A;
    private static final int ENTRY = 12;
    private static final int CENTIMETRE = 3;

    private final ByteBuffer tiff;
    private final Map<Integer, Integer> entries = new HashMap<>();

    private ExifTags(byte[] bytes) {
        tiff = ByteBuffer.wrap(bytes);
    }

    /** Reads what stands behind {@code Exif\0\0} in a JPEG, or in the chunk eXIf of a PNG. */
    static FileFacts read(byte[] bytes) {
        ExifTags tags = new ExifTags(bytes);
        try {
            tags.index();
            return tags.facts();
        } catch (IndexOutOfBoundsException broken) {
            return FileFacts.NONE;
        }
    }

    private void index() {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        directory(tiff.getInt(4));
        if (entries.containsKey(EXIF_IFD)) {
            directory(tiff.getInt(entries.get(EXIF_IFD) + 8));
        }
    }

    private void directory(int at) {
        int count = tiff.getShort(at) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int entry = at + 2 + i * ENTRY;
            entries.putIfAbsent(tiff.getShort(entry) & 0xFFFF, entry);
        }
    }

    private FileFacts facts() {
        return new FileFacts(Orientation.of(number(ORIENTATION)), resolution(), text(MAKE), text(MODEL), new byte[0]);
    }

    /** A camera writes numbers for it too, which mean nothing. */
    private Resolution resolution() {
        boolean camera = entries.containsKey(EXPOSURE_TIME)
                || entries.containsKey(F_NUMBER)
                || entries.containsKey(FOCAL_LENGTH);
        if (camera) {
            return Resolution.UNKNOWN;
        }
        double horizontal = ratio(X_RESOLUTION);
        double vertical = ratio(Y_RESOLUTION);
        return switch (number(RESOLUTION_UNIT)) {
            case 0, 2 -> Resolution.perInch(horizontal, vertical);
            case CENTIMETRE -> new Resolution(horizontal / 10, vertical / 10);
            default -> Resolution.UNKNOWN;
        };
    }

    /** A single SHORT. */
    private int number(int tag) {
        Integer entry = entries.get(tag);
        return entry == null ? 0 : tiff.getShort(entry + 8) & 0xFFFF;
    }

    private double ratio(int tag) {
        Integer entry = entries.get(tag);
        if (entry == null) {
            return 0;
        }
        int at = tiff.getInt(entry + 8);
        long denominator = tiff.getInt(at + 4) & 0xFFFF_FFFFL;
        return denominator == 0 ? 0 : (tiff.getInt(at) & 0xFFFF_FFFFL) / (double) denominator;
    }

    private String text(int tag) {
        Integer entry = entries.get(tag);
        if (entry == null) {
            return "";
        }
        int length = tiff.getInt(entry + 4);
        int at = length <= 4 ? entry + 8 : tiff.getInt(entry + 8);
        if (length < 0 || length > 256) {
            return "";
        }
        byte[] bytes = new byte[length];
        tiff.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    }
}
