package org.aegle.dicom.image.codec.jpeg2000;

/** The bits of raw passes; a zero bit follows each byte of ones, zeros the last one. Not thread safe. T.800 D.6. */
final class RawBits {
    private byte[] bytes;
    private int at;
    private int end;
    private int current;
    private int left;

    void begin(byte[] source, int from, int length) {
        bytes = source;
        at = from;
        end = from + length;
        current = 0;
        left = 0;
    }

    int read() {
        if (left == 0) {
            left = current == 0xFF ? Byte.SIZE - 1 : Byte.SIZE;
            current = at < end ? bytes[at++] & 0xFF : 0xFF;
        }
        left--;
        return current >> left & 1;
    }
}
