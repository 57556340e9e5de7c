package org.aegle.dicom.image;

/** Packs single bits, the first into the lowest bit of a byte, the next frame's right behind the last. PS3.5 8.1.1. */
final class BitPacker {
    private int open;
    private int waiting;

    /**
     * Packs the bits of a frame behind those that the frame before left over.
     *
     * @param bits a byte for each
     * @param last no more frames follow: what does not fill a byte is written too
     */
    byte[] pack(byte[] bits, boolean last) {
        long all = (long) waiting + bits.length;
        byte[] bytes = new byte[(int) ((last ? all + 7 : all) / 8)];
        int at = 0;
        for (byte bit : bits) {
            open |= (bit & 1) << waiting++;
            if (waiting == Byte.SIZE) {
                bytes[at++] = (byte) open;
                open = 0;
                waiting = 0;
            }
        }
        if (last && waiting > 0) {
            bytes[at] = (byte) open;
        }
        return bytes;
    }
}
