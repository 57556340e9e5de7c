package org.aegle.dicom.image.codec.jpeg2000;

/** The arithmetic decoder. Ones follow the last byte. Not thread safe. ITU-T T.800 C.3. */
final class MqDecoder {
    private final int[] states = MqStates.table();
    private final int[] contexts = new int[MqStates.CONTEXTS];
    private byte[] bytes;
    private int at;
    private int end;
    private int interval;
    private int code;
    private int shifts;

    /** Begins a codeword segment. C.3.5. */
    void begin(byte[] source, int from, int length) {
        bytes = source;
        at = from;
        end = from + length;
        code = (length > 0 ? source[from] & 0xFF : 0xFF) << 16;
        readByte();
        code <<= 7;
        shifts -= 7;
        interval = 0x8000;
    }

    void resetContexts() {
        MqStates.reset(contexts);
    }

    /** C.3.4. */
    private void readByte() {
        int current = at < end ? bytes[at] & 0xFF : 0xFF;
        int next = at + 1 < end ? bytes[at + 1] & 0xFF : 0xFF;
        if (current != 0xFF) {
            at++;
            code += next << 8;
            shifts = 8;
        } else if (next > 0x8F) {
            code += 0xFF00;
            shifts = 8;
        } else {
            at++;
            code += next << 9;
            shifts = 7;
        }
    }

    /** Decodes a symbol in a context. C.3.2. */
    int decode(int context) {
        int state = contexts[context];
        int probability = MqStates.probability(state);
        int rest = interval - probability;
        if (code >>> 16 >= probability) {
            code -= probability << 16;
            interval = rest;
            if ((rest & 0x8000) != 0) {
                return MqStates.symbol(state);
            }
            return renormalize(context, state, rest < probability);
        }
        interval = probability;
        return renormalize(context, state, rest >= probability);
    }

    /** C.3.3: moves on to the next state, the less probable symbol being the decoded one or not. */
    private int renormalize(int context, int state, boolean less) {
        contexts[context] = states[less ? MqStates.afterLess(state) : MqStates.afterMore(state)];
        int count = Integer.numberOfLeadingZeros(interval) - 16;
        interval <<= count;
        while (count > shifts) {
            code <<= shifts;
            count -= shifts;
            readByte();
        }
        code <<= count;
        shifts -= count;
        return less ? 1 - MqStates.symbol(state) : MqStates.symbol(state);
    }
}
