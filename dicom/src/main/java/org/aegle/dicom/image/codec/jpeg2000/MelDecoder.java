package org.aegle.dicom.image.codec.jpeg2000;

/** Events of high-throughput blocks, most of them false, as adaptive run lengths. Not thread safe. T.814 7.3.3. */
final class MelDecoder {
    private static final int[] EXPONENTS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    private final byte[] bytes;
    private final int last;
    private int at;
    private int current;
    private int left;
    private int state;
    private int run;
    private boolean trueFollows;

    /**
     * Begins.
     *
     * @param from index of the first byte
     * @param last index of the last byte, whose lower half belongs to another stream
     */
    MelDecoder(byte[] bytes, int from, int last) {
        this.bytes = bytes;
        this.at = from;
        this.last = last;
    }

    private int readBit() {
        if (left == 0) {
            left = current == 0xFF ? Byte.SIZE - 1 : Byte.SIZE;
            current = at > last ? 0xFF : at == last ? bytes[at] & 0xFF | 0x0F : bytes[at] & 0xFF;
            at++;
        }
        left--;
        return current >> left & 1;
    }

    boolean readEvent() {
        if (run == 0 && !trueFollows) {
            readRun();
        }
        if (run > 0) {
            run--;
            return false;
        }
        trueFollows = false;
        return true;
    }

    private void readRun() {
        int exponent = EXPONENTS[state];
        if (readBit() == 1) {
            run = 1 << exponent;
            state = Math.min(EXPONENTS.length - 1, state + 1);
            return;
        }
        for (int i = 0; i < exponent; i++) {
            run = run << 1 | readBit();
        }
        trueFollows = true;
        state = Math.max(0, state - 1);
    }
}
