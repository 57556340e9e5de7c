package org.aegle.dicom.image.codec.jpegls;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/**
 * Encodes lines of single components; near-lossless lines become what the decoder will make of them. Not thread safe.
 * ITU-T T.87 A.2 to A.7.
 */
final class LineEncoder implements LineCoding {
    private final Model model;
    private final GolombWriter out;
    private final int longest;
    private final int[] runIndexes;

    LineEncoder(Model model, GolombWriter out, int components) {
        this.model = model;
        this.out = out;
        this.longest = model.limit - model.errorBits - 1;
        this.runIndexes = new int[components];
    }

    @Override
    public void restart() {
        Arrays.fill(runIndexes, 0);
    }

    @Override
    public void code(Lines lines) throws MalformedFrame {
        for (int component = 0; component < lines.components(); component++) {
            encode(lines.current(component), lines.above(component), lines.columns(), component);
        }
    }

    private void encode(int[] line, int[] above, int columns, int component) throws MalformedFrame {
        int x = 1;
        while (x <= columns) {
            int left = line[x - 1];
            int diagonal = above[x - 1];
            int up = above[x];
            int context = model.context(above[x + 1] - up, up - diagonal, diagonal - left);
            if (context != 0) {
                line[x] = encodeRegular(context, line[x], left, up, diagonal);
            } else {
                x = encodeRun(line, above, x, columns, component);
            }
            x++;
        }
    }

    private int encodeRegular(int context, int sample, int left, int up, int diagonal) throws MalformedFrame {
        int index = Math.abs(context);
        int prediction = model.predict(context, left, up, diagonal);
        int signed = context < 0 ? prediction - sample : sample - prediction;
        int error = model.reduce(model.quantizeError(signed));
        int order = model.golombOrder(index);
        int turned = order == 0 && model.leansNegative(index) ? ~error : error;
        out.writeGolomb(turned >= 0 ? 2 * turned : -2 * turned - 1, order, longest, model.errorBits);
        model.update(index, error);
        return model.reconstruct(prediction, context < 0 ? -error : error);
    }

    /** Writes a run; gives the place of the sample that ended it. */
    private int encodeRun(int[] line, int[] above, int from, int columns, int component) throws MalformedFrame {
        int value = line[from - 1];
        int end = from;
        while (end <= columns && Math.abs(line[end] - value) <= model.near) {
            line[end++] = value;
        }
        writeRun(end - from, end > columns, component);
        if (end <= columns) {
            int type = Math.abs(value - above[end]) <= model.near ? 1 : 0;
            line[end] = encodeInterruption(type, line[end], value, above[end], runIndexes[component]);
            runIndexes[component] = Math.max(0, runIndexes[component] - 1);
        }
        return end;
    }

    private void writeRun(int length, boolean endsLine, int component) {
        int left = length;
        while (left >= 1 << Model.runOrder(runIndexes[component])) {
            out.write(1, 1);
            left -= 1 << Model.runOrder(runIndexes[component]);
            runIndexes[component] = Model.longer(runIndexes[component]);
        }
        if (!endsLine) {
            out.write(left, Model.runOrder(runIndexes[component]) + 1);
        } else if (left > 0) {
            out.write(1, 1);
        }
    }

    private int encodeInterruption(int type, int sample, int left, int above, int runIndex) throws MalformedFrame {
        boolean turned = type == 0 && left > above;
        int prediction = type == 1 ? left : above;
        int error = model.reduce(model.quantizeError(turned ? prediction - sample : sample - prediction));
        int order = model.runGolombOrder(type);
        boolean odd = error != 0 && model.runMapsNegative(type, order) == error < 0;
        int mapped = 2 * Math.abs(error) - type - (odd ? 1 : 0);
        out.writeGolomb(mapped, order, longest - Model.runOrder(runIndex) - 1, model.errorBits);
        model.updateRun(type, error, mapped);
        return model.reconstruct(prediction, turned ? -error : error);
    }
}
