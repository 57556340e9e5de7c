package org.aegle.dicom.image.codec.jpeg2000;

import java.util.Arrays;

/** The arithmetic encoder. Not thread safe. ITU-T T.800 C.2. */
final class MqEncoder {
    private final int[] states = MqStates.table();
    private final int[] contexts = new int[MqStates.CONTEXTS];
    /** The byte before the first takes a carry that never comes. */
    private byte[] bytes = new byte[1024];

    private int at;
    private int interval;
    private int code;
    private int shifts;

    /** Begins a codeword. C.2.8. */
    void begin() {
        MqStates.reset(contexts);
        interval = 0x8000;
        code = 0;
        shifts = 12;
        at = 0;
        bytes[0] = 0;
    }

    /** Encodes a symbol in a context. C.2.2 to C.2.6. */
    void encode(int symbol, int context) {
        int state = contexts[context];
        int probability = MqStates.probability(state);
        boolean less = symbol != MqStates.symbol(state);
        interval -= probability;
        if (!less && (interval & 0x8000) != 0) {
            code += probability;
            return;
        }
        // The larger part of the interval goes to the more probable symbol.
        if (less == interval < probability) {
            code += probability;
        } else {
            interval = probability;
        }
        contexts[context] = states[less ? MqStates.afterLess(state) : MqStates.afterMore(state)];
        renormalize();
    }

    private void renormalize() {
        do {
            interval <<= 1;
            code <<= 1;
            if (--shifts == 0) {
                writeByte();
            }
        } while ((interval & 0x8000) == 0);
    }

    /** C.2.7. */
    private void writeByte() {
        if (at + 1 >= bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        if (bytes[at] != (byte) 0xFF && code >= 0x8000000) {
            bytes[at]++;
            code &= 0x7FFFFFF;
        }
        if (bytes[at] == (byte) 0xFF) {
            bytes[++at] = (byte) (code >> 20);
            code &= 0xFFFFF;
            shifts = 7;
        } else {
            bytes[++at] = (byte) (code >> 19);
            code &= 0x7FFFF;
            shifts = 8;
        }
    }

    /** Ends the codeword. C.2.9. */
    byte[] finish() {
        int limit = code + interval;
        code |= 0xFFFF;
        if (code >= limit) {
            code -= 0x8000;
        }
        code <<= shifts;
        writeByte();
        code <<= shifts;
        writeByte();
        int end = bytes[at] == (byte) 0xFF ? at : at + 1;
        return Arrays.copyOfRange(bytes, 1, Math.max(1, end));
    }
}
