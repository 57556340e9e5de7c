package org.aegle.dicom.io;

import java.util.List;

/** Where the pixel data of an object lies in the stream it was read from. PS3.5 8. */
public sealed interface PixelDataLayout {
    /**
     * Pixel data in one piece.
     *
     * @param tag Pixel Data (7FE0,0010), Float Pixel Data (7FE0,0008) or Double Float Pixel Data (7FE0,0009)
     * @param offset position of its first byte
     * @param length bytes
     */
    record NativePixelData(int tag, long offset, long length) implements PixelDataLayout {}

    /**
     * Pixel data in fragments. PS3.5 A.4.
     *
     * @param basicOffsetTable offsets of the frames' first fragments, from the first byte after the table's item; empty
     *     when the table is
     * @param fragments the fragments without the table, in their order
     */
    record EncapsulatedPixelData(long[] basicOffsetTable, List<Fragment> fragments) implements PixelDataLayout {}

    /**
     * One fragment.
     *
     * @param offset position of its first byte, behind the item header
     * @param length bytes
     * @param startsCodestream its first bytes are those of a JPEG, JPEG-LS, JPEG 2000 or JPEG XL codestream
     */
    record Fragment(long offset, long length, boolean startsCodestream) {}
}
