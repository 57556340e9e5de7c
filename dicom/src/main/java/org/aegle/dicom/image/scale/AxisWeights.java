package org.aegle.dicom.image.scale;

/**
 * Which pixels along an axis make a pixel of the new picture and how much each counts; the weights of a pixel add up to
 * one. Smaller pictures: the share of the area that each pixel covers. Larger ones: cubic convolution by Catmull and Rom,
 * the pixels at the edge repeated beyond it.
 */
final class AxisWeights {
    private static final int CUBIC_PIXELS = 4;

    private final int[] firsts;
    private final int[] starts;
    private final float[] weights;

    private AxisWeights(int targets, int longest) {
        firsts = new int[targets];
        starts = new int[targets + 1];
        weights = new float[Math.multiplyExact(targets, longest)];
    }

    static AxisWeights of(AxisSampling sampling, int sourceSize) {
        double step = sampling.length() / sampling.size();
        boolean smaller = step >= 1;
        int longest = smaller ? (int) Math.ceil(step) + 1 : CUBIC_PIXELS;
        AxisWeights axis = new AxisWeights(sampling.size(), longest);
        for (int target = 0; target < sampling.size(); target++) {
            int place = sampling.flipped() ? sampling.size() - 1 - target : target;
            if (smaller) {
                axis.putArea(target, sampling.from() + place * step, step, sourceSize);
            } else {
                axis.putCubic(target, sampling.from() + (place + 0.5) * step - 0.5, sourceSize);
            }
        }
        return axis;
    }

    private void putArea(int target, double from, double length, int sourceSize) {
        int first = Math.min((int) from, sourceSize - 1);
        int end = Math.min(sourceSize, Math.max(first + 1, (int) Math.ceil(from + length - 1e-9)));
        double total = Math.min(end, from + length) - from;
        begin(target, first, end - first);
        for (int source = first; source < end; source++) {
            double covered = Math.min(source + 1, from + length) - Math.max(source, from);
            weights[starts[target] + source - first] = (float) (Math.max(0, covered) / total);
        }
    }

    private void putCubic(int target, double centre, int sourceSize) {
        int before = (int) Math.floor(centre);
        int first = clamp(before - 1, sourceSize);
        begin(target, first, clamp(before + 2, sourceSize) - first + 1);
        for (int source = before - 1; source <= before + 2; source++) {
            weights[starts[target] + clamp(source, sourceSize) - first] += (float) cubic(Math.abs(centre - source));
        }
    }

    private void begin(int target, int first, int count) {
        firsts[target] = first;
        starts[target + 1] = starts[target] + count;
    }

    private static int clamp(int source, int sourceSize) {
        return Math.max(0, Math.min(sourceSize - 1, source));
    }

    private static double cubic(double distance) {
        double x = distance;
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    /** Pixels of the new axis. */
    int size() {
        return firsts.length;
    }

    /** The first pixel that counts for one of the new axis. */
    int first(int target) {
        return firsts[target];
    }

    /** How many pixels count for one of the new axis. */
    int count(int target) {
        return starts[target + 1] - starts[target];
    }

    /** The weight of a pixel, counted from the first that counts. */
    float weight(int target, int index) {
        return weights[starts[target] + index];
    }

    /** The largest number of pixels that count for one of the new axis. */
    int largestCount() {
        int largest = 1;
        for (int target = 0; target < size(); target++) {
            largest = Math.max(largest, count(target));
        }
        return largest;
    }
}
