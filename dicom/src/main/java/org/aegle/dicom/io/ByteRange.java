package org.aegle.dicom.io;

/**
 * Bytes of a stream that lie side by side.
 *
 * @param offset position of the first
 * @param length their number
 */
public record ByteRange(long offset, long length) {
    /** A range with offset and length not below zero. */
    public ByteRange {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("offset " + offset + ", length " + length);
        }
    }

    /** Position of the first byte behind the range. */
    public long end() {
        return Math.addExact(offset, length);
    }
}
