package org.aegle.dicom.image;

/**
 * A viewport as a web service's parameter tells it: {@code vw,vh} or {@code vw,vh,sx,sy,sw,sh}, of the last four any may
 * be empty. PS3.18 8.3.5.1.3.
 */
final class ViewportText {
    private static final int SPACE_ONLY = 2;
    private static final int WITH_REGION = 6;

    private ViewportText() {}

    static Viewport parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != SPACE_ONLY && parts.length != WITH_REGION) {
            throw new IllegalArgumentException("a viewport has two or six numbers: " + text);
        }
        Viewport whole = Viewport.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        return parts.length == SPACE_ONLY ? whole : whole.withRegion(region(parts));
    }

    private static SourceRegion region(String[] parts) {
        return new SourceRegion(number(parts[2]), number(parts[3]), length(parts[4]), length(parts[5]));
    }

    /** To the edge where it is left out; a region without extent is none. */
    private static double length(String part) {
        double length = number(part);
        if (!part.isEmpty() && length == 0) {
            throw new IllegalArgumentException("a region without extent");
        }
        return length;
    }

    private static double number(String part) {
        return part.isEmpty() ? 0 : Double.parseDouble(part);
    }
}
