package org.aegle.dicom.data;

/**
 * A value that was passed over and not kept: where it lies in the stream it was read from.
 *
 * @param vr its VR
 * @param offset position of its first byte, counted from the start of the stream as {@code DicomReader} describes
 * @param length bytes
 * @param bigEndian words are in big endian order, as Explicit VR Big Endian leaves them
 */
public record BulkData(VR vr, long offset, long length, boolean bigEndian) {
    /** A reference with offset and length not below zero. */
    public BulkData {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("offset " + offset + ", length " + length);
        }
    }

    /** Position of the first byte after the value. */
    public long end() {
        return offset + length;
    }
}
