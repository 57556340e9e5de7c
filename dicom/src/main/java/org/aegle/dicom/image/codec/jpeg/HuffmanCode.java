package org.aegle.dicom.image.codec.jpeg;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.aegle.dicom.image.codec.CodestreamOutput;

/** The shortest code of up to 16 bits for symbols of known frequency. Immutable. ITU-T T.81 K.2. */
final class HuffmanCode {
    private static final int LONGEST = 16;

    private final int[] lengths;
    private final int[] codes;
    private final int[] counts = new int[LONGEST + 1];
    private final int[] symbols;

    /** A code for all symbols that occur; the code of ones alone stays free. */
    HuffmanCode(int[] frequencies) {
        int count = frequencies.length;
        long[] weights = new long[count + 1];
        for (int i = 0; i < count; i++) {
            weights[i] = frequencies[i];
        }
        weights[count] = 1;
        int[] sizes = sizes(weights);
        lengths = new int[count];
        codes = new int[count];
        symbols = IntStream.range(0, count)
                .filter(i -> frequencies[i] > 0)
                .boxed()
                .sorted((a, b) -> sizes[a] != sizes[b] ? sizes[a] - sizes[b] : a - b)
                .mapToInt(Integer::intValue)
                .toArray();
        assign(sizes);
    }

    /** Lengths without bound, by joining the two rarest again and again. */
    private static int[] sizes(long[] weights) {
        int[] parents = new int[2 * weights.length];
        long[] all = Arrays.copyOf(weights, 2 * weights.length);
        int nodes = weights.length;
        while (true) {
            int first = rarest(all, nodes, -1);
            int second = first < 0 ? -1 : rarest(all, nodes, first);
            if (second < 0) {
                break;
            }
            all[nodes] = all[first] + all[second];
            all[first] = 0;
            all[second] = 0;
            parents[first] = nodes;
            parents[second] = nodes;
            nodes++;
        }
        int[] sizes = new int[weights.length];
        for (int i = 0; i < sizes.length; i++) {
            for (int node = i; parents[node] != 0; node = parents[node]) {
                sizes[i]++;
            }
        }
        return sizes;
    }

    private static int rarest(long[] weights, int nodes, int other) {
        int rarest = -1;
        for (int i = 0; i < nodes; i++) {
            if (i != other && weights[i] > 0 && (rarest < 0 || weights[i] <= weights[rarest])) {
                rarest = i;
            }
        }
        return rarest;
    }

    /** Shortens what is too long (T.81 figure K.3), takes out the reserved code and numbers the rest. */
    private void assign(int[] sizes) {
        int[] bits = new int[sizes.length + LONGEST + 2];
        for (int i = 0; i < sizes.length; i++) {
            bits[sizes[i]]++;
        }
        bits[0] = 0;
        for (int length = bits.length - 1; length > LONGEST; length--) {
            while (bits[length] > 0) {
                int shorter = length - 2;
                while (bits[shorter] == 0) {
                    shorter--;
                }
                bits[length] -= 2;
                bits[length - 1]++;
                bits[shorter + 1] += 2;
                bits[shorter]--;
            }
        }
        int longest = LONGEST;
        while (longest > 1 && bits[longest] == 0) {
            longest--;
        }
        bits[longest]--;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            counts[length] = bits[length];
            for (int i = 0; i < bits[length]; i++, index++) {
                lengths[symbols[index]] = length;
                codes[symbols[index]] = code++;
            }
            code <<= 1;
        }
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    int code(int symbol) {
        return codes[symbol];
    }

    /**
     * The parameters of a DHT marker segment.
     *
     * @param place number of the table, with 16 added for AC coefficients
     */
    CodestreamOutput table(int place) {
        CodestreamOutput out = new CodestreamOutput().writeByte(place);
        for (int length = 1; length <= LONGEST; length++) {
            out.writeByte(counts[length]);
        }
        for (int symbol : symbols) {
            out.writeByte(symbol);
        }
        return out;
    }
}
