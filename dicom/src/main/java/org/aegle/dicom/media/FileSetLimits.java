package org.aegle.dicom.media;

/**
 * How far a file set may go before it is refused.
 *
 * @param files files
 * @param folders folders within folders
 * @param ratio unpacked bytes for each packed byte of a zip
 * @param freeBytes unpacked bytes that the ratio does not look at
 * @param bytes unpacked bytes in all
 */
public record FileSetLimits(int files, int folders, int ratio, long freeBytes, long bytes) {
    /** 200,000 files, 16 folders deep, 200:1 beyond 16 MiB, 1 TiB in all. */
    public static final FileSetLimits DEFAULT = new FileSetLimits(200_000, 16, 200, 16L << 20, 1L << 40);
}
