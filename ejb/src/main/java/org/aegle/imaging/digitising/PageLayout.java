package org.aegle.imaging.digitising;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.SampleModel;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageTypeSpecifier;
import org.aegle.imaging.arrival.RefusalReason;

/**
 * A page before it is decoded.
 *
 * @param width columns as stored
 * @param height rows as stored
 * @param samples what its samples become
 * @param type how the reader hands them out
 */
record PageLayout(int width, int height, SampleKind samples, ImageTypeSpecifier type) {
    /** A chest film of 35 x 43 cm at 600 pixels to the inch has 84 million. */
    static final long MOST_PIXELS = 1L << 27;

    /** Rows (0028,0010) and Columns are 16 bits. */
    private static final int LONGEST_SIDE = 65_535;

    /** A strip of a TIFF file, which may be the whole page, is decoded at once. */
    private static final long LARGEST_PIECE = 256L << 20;

    private static final int BAND_BYTES = 32 << 20;

    static void requireSize(int width, int height) throws UnfitFile {
        if ((long) width * height > MOST_PIXELS || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new UnfitFile(RefusalReason.TOO_MANY_PIXELS, width + " x " + height);
        }
        if (width < 1 || height < 1) {
            throw new UnfitFile(RefusalReason.DAMAGED_FILE, width + " x " + height);
        }
    }

    /** Refuses a page of which the reader would hold too much. */
    void requireBytes(int tileWidth, int tileHeight) throws UnfitFile {
        if ((long) tileWidth * tileHeight * sourceBytes() > LARGEST_PIECE || bytes() > 2 * LARGEST_PIECE) {
            throw new UnfitFile(RefusalReason.TOO_MANY_PIXELS, width + " x " + height);
        }
    }

    /** What is changed of the samples on their way, or empty. */
    String derivation() {
        ColorModel model = type.getColorModel();
        boolean wide = samples == SampleKind.RGB_8
                && !(model instanceof IndexColorModel)
                && model.getComponentSize(0) > Byte.SIZE;
        String reduced = wide ? "Reduced to 8 bits a sample" : "";
        String flattened = model.hasAlpha() ? "Flattened on white" : "";
        return Stream.of(reduced, flattened).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }

    /** Bytes of a decoded pixel, one or more. */
    private int sourceBytes() {
        SampleModel model = type.getSampleModel();
        int bits = 0;
        for (int size : model.getSampleSize()) {
            bits += size;
        }
        return Math.max(1, bits / Byte.SIZE);
    }

    /** Bytes of all samples as they are stored. */
    long bytes() {
        return (long) width * height * samples.bytesPerPixel();
    }

    /** Rows, or columns, of the stored page that are decoded at once when each has {@code length} pixels. */
    int band(int length) {
        return (int) Math.max(1, BAND_BYTES / ((long) length * Math.max(sourceBytes(), samples.bytesPerPixel())));
    }
}
