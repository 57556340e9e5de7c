package org.aegle.dicom.io;

/** Turns the byte order of words in place. PS3.5 7.3. */
final class ByteOrders {
    private ByteOrders() {}

    /** A rest shorter than a word stays as it is. */
    static void turn(byte[] bytes, int wordLength) {
        if (wordLength == 1) {
            return;
        }
        for (int word = 0; word + wordLength <= bytes.length; word += wordLength) {
            for (int i = word, j = word + wordLength - 1; i < j; i++, j--) {
                byte b = bytes[i];
                bytes[i] = bytes[j];
                bytes[j] = b;
            }
        }
    }
}
