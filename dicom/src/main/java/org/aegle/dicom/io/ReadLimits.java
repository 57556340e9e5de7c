package org.aegle.dicom.io;

/**
 * How far a stream may go before it is refused, so that no input costs more than its length deserves.
 *
 * @param depth sequences within sequences
 * @param elements elements and items outside pixel data
 * @param bulkThreshold bytes up to which a value is kept; a longer one becomes a reference
 * @param keptBytes bytes of all kept values together
 * @param fragments fragments of encapsulated pixel data
 * @param inflateRatio inflated bytes for each deflated byte, looked at from the first mebibyte on
 * @param inflatedBytes inflated bytes in all
 */
public record ReadLimits(
        int depth,
        int elements,
        int bulkThreshold,
        long keptBytes,
        int fragments,
        int inflateRatio,
        long inflatedBytes) {
    /** 64 levels, 100,000 elements, 64 KiB a value, 64 MiB in all, 1,000,000 fragments, 100:1 and 4 GiB inflated. */
    public static final ReadLimits DEFAULT = new ReadLimits(64, 100_000, 64 << 10, 64L << 20, 1_000_000, 100, 4L << 30);

    /** The same with another depth. */
    public ReadLimits withDepth(int other) {
        return new ReadLimits(other, elements, bulkThreshold, keptBytes, fragments, inflateRatio, inflatedBytes);
    }

    /** The same with another number of elements. */
    public ReadLimits withElements(int other) {
        return new ReadLimits(depth, other, bulkThreshold, keptBytes, fragments, inflateRatio, inflatedBytes);
    }

    /** The same with another threshold for values by reference. */
    public ReadLimits withBulkThreshold(int other) {
        return new ReadLimits(depth, elements, other, keptBytes, fragments, inflateRatio, inflatedBytes);
    }

    /** The same with another sum of kept bytes. */
    public ReadLimits withKeptBytes(long other) {
        return new ReadLimits(depth, elements, bulkThreshold, other, fragments, inflateRatio, inflatedBytes);
    }
}
