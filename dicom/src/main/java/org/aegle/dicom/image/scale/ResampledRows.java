package org.aegle.dicom.image.scale;

import java.util.Arrays;

/** A part of a picture in another size, perhaps flipped. Keeps only the rows that one row of it is made of. */
public final class ResampledRows implements PixelRows {
    private final PixelRows source;
    private final AxisWeights across;
    private final AxisWeights down;
    private final int[] sourceRow;
    private final float[] sums;
    private final float[][] lines;
    private final int[] numbers;

    /** The part of a picture that two samplings tell, within the picture. */
    public ResampledRows(PixelRows source, AxisSampling across, AxisSampling down) {
        this.source = source;
        this.across = AxisWeights.of(across, source.columns());
        this.down = AxisWeights.of(down, source.rows());
        this.sourceRow = new int[source.columns() * source.bands()];
        this.sums = new float[across.size() * source.bands()];
        this.lines = new float[this.down.largestCount()][];
        this.numbers = new int[lines.length];
        Arrays.fill(numbers, -1);
    }

    @Override
    public int columns() {
        return across.size();
    }

    @Override
    public int rows() {
        return down.size();
    }

    @Override
    public int bands() {
        return source.bands();
    }

    @Override
    public int maximum() {
        return source.maximum();
    }

    @Override
    public void read(int row, int[] samples) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < down.count(row); i++) {
            float[] line = line(down.first(row) + i);
            float weight = down.weight(row, i);
            for (int sample = 0; sample < sums.length; sample++) {
                sums[sample] += weight * line[sample];
            }
        }
        int white = maximum();
        for (int sample = 0; sample < sums.length; sample++) {
            samples[sample] = Math.max(0, Math.min(white, (int) (sums[sample] + 0.5f)));
        }
    }

    /** A row of the source in the new width; neighbours share most of them. */
    private float[] line(int number) {
        int slot = number % lines.length;
        if (numbers[slot] != number) {
            if (lines[slot] == null) {
                lines[slot] = new float[sums.length];
            }
            source.read(number, sourceRow);
            if (bands() == 1) {
                narrowGray(lines[slot]);
            } else {
                narrow(lines[slot]);
            }
            numbers[slot] = number;
        }
        return lines[slot];
    }

    private void narrowGray(float[] line) {
        for (int target = 0; target < line.length; target++) {
            int first = across.first(target);
            int count = across.count(target);
            float sum = 0;
            for (int i = 0; i < count; i++) {
                sum += across.weight(target, i) * sourceRow[first + i];
            }
            line[target] = sum;
        }
    }

    private void narrow(float[] line) {
        int bands = bands();
        for (int sample = 0; sample < line.length; sample++) {
            int target = sample / bands;
            int from = across.first(target) * bands + sample % bands;
            int count = across.count(target);
            float sum = 0;
            for (int i = 0; i < count; i++, from += bands) {
                sum += across.weight(target, i) * sourceRow[from];
            }
            line[sample] = sum;
        }
    }
}
