package org.aegle.imaging.digitising;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.aegle.imaging.arrival.RefusalReason;

/** The directory of a page of a TIFF file. TIFF 6.0, section 8. */
final class TiffPage {
    private static final int ICC_PROFILE = 34675;
    private static final int CENTIMETRE = 3;
    private static final int NO_UNIT = 1;

    private final TIFFDirectory directory;

    private TiffPage(TIFFDirectory directory) {
        this.directory = directory;
    }

    static TiffPage of(ImageReader reader, int page) throws IOException {
        IIOMetadata metadata = reader.getImageMetadata(page);
        return new TiffPage(TIFFDirectory.createFromMetadata(metadata));
    }

    /** Strips and tiles lie within the file: the reader makes room for whatever length they tell. */
    void check(long fileLength) throws UnfitFile {
        checkPieces(BaselineTIFFTagSet.TAG_STRIP_OFFSETS, BaselineTIFFTagSet.TAG_STRIP_BYTE_COUNTS, fileLength);
        checkPieces(BaselineTIFFTagSet.TAG_TILE_OFFSETS, BaselineTIFFTagSet.TAG_TILE_BYTE_COUNTS, fileLength);
    }

    private void checkPieces(int offsets, int lengths, long fileLength) throws UnfitFile {
        TIFFField from = directory.getTIFFField(offsets);
        TIFFField length = directory.getTIFFField(lengths);
        int count = from == null || length == null ? 0 : Math.min(from.getCount(), length.getCount());
        for (int i = 0; i < count; i++) {
            if (from.getAsLong(i) + length.getAsLong(i) > fileLength) {
                throw new UnfitFile(RefusalReason.DAMAGED_FILE, "TIFF, " + fileLength + " bytes");
            }
        }
    }

    /** A smaller copy of another page: bit 0 of NewSubfileType. */
    boolean isReduced() {
        return (number(BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE, 0) & 1) != 0;
    }

    FileFacts facts() {
        return new FileFacts(
                Orientation.of(number(BaselineTIFFTagSet.TAG_ORIENTATION, 1)),
                resolution(),
                text(BaselineTIFFTagSet.TAG_MAKE),
                text(BaselineTIFFTagSet.TAG_MODEL),
                profile());
    }

    private Resolution resolution() {
        TIFFField horizontal = directory.getTIFFField(BaselineTIFFTagSet.TAG_X_RESOLUTION);
        TIFFField vertical = directory.getTIFFField(BaselineTIFFTagSet.TAG_Y_RESOLUTION);
        int unit = number(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT, 2);
        if (horizontal == null || vertical == null || unit == NO_UNIT) {
            return Resolution.UNKNOWN;
        }
        double across = horizontal.getAsDouble(0);
        double down = vertical.getAsDouble(0);
        return unit == CENTIMETRE ? new Resolution(across / 10, down / 10) : Resolution.perInch(across, down);
    }

    private int number(int tag, int untold) {
        TIFFField field = directory.getTIFFField(tag);
        return field == null || field.getCount() == 0 ? untold : field.getAsInt(0);
    }

    private String text(int tag) {
        TIFFField field = directory.getTIFFField(tag);
        return field == null || field.getCount() == 0 ? "" : field.getAsString(0);
    }

    private byte[] profile() {
        TIFFField field = directory.getTIFFField(ICC_PROFILE);
        return field == null ? new byte[0] : field.getAsBytes();
    }
}
