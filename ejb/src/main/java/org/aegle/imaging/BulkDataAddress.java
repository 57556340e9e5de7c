package org.aegle.imaging;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aegle.dicom.data.BulkData;

/**
 * Where a long value lies in its object, as text the end of the address under which metadata names it. PS3.18 10.4.1.1.5.
 *
 * @param offset position of its first byte, as {@link org.aegle.dicom.io.DicomObject} counts
 * @param length bytes
 * @param word bytes of a word in big endian order; 1 where no order is to be turned
 */
public record BulkDataAddress(long offset, long length, int word) {
    /** The form of the text. */
    public static final String PATTERN = "[0-9]{1,18}-[0-9]{1,18}(?:-[248])?";

    private static final Pattern PARTS = Pattern.compile("(?:.*/)?([0-9]{1,18})-([0-9]{1,18})(?:-([248]))?");

    static BulkDataAddress of(BulkData value) {
        return new BulkDataAddress(
                value.offset(), value.length(), value.bigEndian() ? value.vr().wordLength() : 1);
    }

    /** Reads the text, alone or at the end of an address. */
    public static Optional<BulkDataAddress> find(String text) {
        Matcher parts = PARTS.matcher(text);
        return parts.matches()
                ? Optional.of(new BulkDataAddress(
                        Long.parseLong(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    /** Reads an address that {@link ImagingDocuments} wrote. */
    public static BulkDataAddress ofUri(String uri) {
        return find(uri).orElseThrow(() -> new IllegalStateException("no address of a value: " + uri));
    }

    @Override
    public String toString() {
        return offset + "-" + length + (word == 1 ? "" : "-" + word);
    }
}
