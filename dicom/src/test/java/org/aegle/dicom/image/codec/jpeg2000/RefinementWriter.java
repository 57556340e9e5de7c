package org.aegle.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Writes the refinement segment of a high-throughput block for its lowest plane: significance from the front, magnitudes
 * from the back. ITU-T T.814 7.4, 7.5, 7.1.4, 7.1.5.
 */
final class RefinementWriter {
    private final int[] values;
    private final int width;
    private final int height;
    private final BitSet significant = new BitSet();
    private final List<Integer> forward = new ArrayList<>();
    private final List<Integer> backward = new ArrayList<>();

    RefinementWriter(int[] values, int width, int height) {
        this.values = values;
        this.width = width;
        this.height = height;
        for (int i = 0; i < values.length; i++) {
            significant.set(i, Math.abs(values[i]) > 1);
        }
    }

    /** The coefficients that a decoder can see: those of one without a significant neighbour are not coded. */
    int[] reached() {
        toBytes();
        int[] reached = new int[values.length];
        significant.stream().forEach(i -> reached[i] = values[i]);
        return reached;
    }

    byte[] toBytes() {
        BitSet refined = (BitSet) significant.clone();
        for (int top = 0; top < height; top += 4) {
            for (int left = 0; left < width; left += 4) {
                writeGroup(left, top);
            }
        }
        for (int top = 0; top < height; top += 4) {
            for (int x = 0; x < width; x++) {
                for (int y = top; y < Math.min(height, top + 4); y++) {
                    if (refined.get(y * width + x)) {
                        backward.add(Math.abs(values[y * width + x]) & 1);
                    }
                }
            }
        }
        return joined(forwardBytes(), backwardBytes());
    }

    private void writeGroup(int left, int top) {
        List<Integer> signs = new ArrayList<>();
        for (int x = left; x < Math.min(width, left + 4); x++) {
            for (int y = top; y < Math.min(height, top + 4); y++) {
                int index = y * width + x;
                if (significant.get(index) || !hasNeighbour(x, y)) {
                    continue;
                }
                forward.add(values[index] != 0 ? 1 : 0);
                if (values[index] != 0) {
                    significant.set(index);
                    signs.add(values[index] < 0 ? 1 : 0);
                }
            }
        }
        forward.addAll(signs);
    }

    private boolean hasNeighbour(int x, int y) {
        for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                if (significant.get(v * width + u)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A byte after FF has seven bits. */
    private List<Integer> forwardBytes() {
        List<Integer> bytes = new ArrayList<>();
        int last = 0;
        for (int at = 0; at < forward.size(); ) {
            int width = last == 0xFF ? 7 : 8;
            last = take(forward, at, width);
            bytes.add(last);
            at += width;
        }
        return bytes;
    }

    /** Seven ones after a byte above 8F, or at the beginning, have no eighth bit. */
    private List<Integer> backwardBytes() {
        List<Integer> bytes = new ArrayList<>();
        int last = 0xFF;
        for (int at = 0; at < backward.size(); ) {
            boolean stuffed = last > 0x8F && take(backward, at, 7) == 0x7F;
            last = take(backward, at, stuffed ? 7 : 8);
            bytes.add(last);
            at += stuffed ? 7 : 8;
        }
        return bytes;
    }

    private static int take(List<Integer> bits, int from, int count) {
        int value = 0;
        for (int i = 0; i < count && from + i < bits.size(); i++) {
            value |= bits.get(from + i) << i;
        }
        return value;
    }

    private static byte[] joined(List<Integer> front, List<Integer> back) {
        byte[] bytes = new byte[front.size() + back.size()];
        for (int i = 0; i < front.size(); i++) {
            bytes[i] = front.get(i).byteValue();
        }
        for (int i = 0; i < back.size(); i++) {
            bytes[bytes.length - 1 - i] = back.get(i).byteValue();
        }
        return bytes;
    }
}
