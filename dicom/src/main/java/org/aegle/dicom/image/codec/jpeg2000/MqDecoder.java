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
    /** How much probability can still be taken off before the registers must be looked at, and what it was at first. */
    private int slack;

    private int fullSlack;

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
        measureSlack();
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

    /**
     * Decodes a symbol in a context. As long as neither the code nor what the interval has above its least size is used
     * up, the symbol is the more probable one and nothing else changes. C.3.2.
     */
    int decode(int context) {
        int state = contexts[context];
        int left = slack - MqStates.probability(state);
        if (left >= 0) {
            slack = left;
            return MqStates.symbol(state);
        }
        return decodeAtEdge(context, state);
    }

    /** Which part of the interval the code lies in is as good as random: masks take the place of branches. */
    private int decodeAtEdge(int context, int state) {
        int used = fullSlack - slack;
        int probability = MqStates.probability(state);
        int rest = interval - used - probability;
        int lower = code - (used << 16);
        int isLower = (lower >>> 16) - probability >> Integer.SIZE - 1;
        int less = (isLower ^ rest - probability >> Integer.SIZE - 1) & 1;
        code = lower - (probability << 16 & ~isLower);
        interval = rest + (probability - rest & isLower);
        contexts[context] = states[MqStates.after(state, less)];
        renormalize();
        measureSlack();
        return MqStates.symbol(state) ^ less;
    }

    private void measureSlack() {
        slack = Math.min(code >>> 16, interval - 0x8000);
        fullSlack = slack;
    }

    /** C.3.3: most often by a bit or two, which the code still has. */
    private void renormalize() {
        int count = Integer.numberOfLeadingZeros(interval) - 16;
        interval <<= count;
        if (count > shifts) {
            count = shiftOverBytes(count);
        }
        code <<= count;
        shifts -= count;
    }

    /** Shifts up to where no more bytes are needed; gives what is left to be shifted. */
    private int shiftOverBytes(int count) {
        int left = count;
        while (left > shifts) {
            code <<= shifts;
            left -= shifts;
            readByte();
        }
        return left;
    }
}
