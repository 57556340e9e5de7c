package org.aegle.dicom.image.codec.jpegls;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Decodes lines of single components: scans of one component and those interleaved by line. ITU-T T.87 A.2. */
final class LineDecoder implements LineCoding {
    private final Model model;
    private final SampleReader in;
    private final int[] runIndexes;

    LineDecoder(Model model, GolombReader bits, int components) {
        this.model = model;
        this.in = new SampleReader(model, bits);
        this.runIndexes = new int[components];
    }

    @Override
    public void restart() {
        Arrays.fill(runIndexes, 0);
    }

    @Override
    public void code(Lines lines) throws MalformedFrame {
        for (int component = 0; component < lines.components(); component++) {
            decode(lines.current(component), lines.above(component), lines.columns(), component);
        }
    }

    private void decode(int[] line, int[] above, int columns, int component) throws MalformedFrame {
        int left = line[0];
        int diagonal = above[0];
        int up = above[1];
        for (int x = 1; x <= columns; x++) {
            int right = above[x + 1];
            int context = model.context(right - up, up - diagonal, diagonal - left);
            if (context != 0) {
                left = in.readRegular(context, left, up, diagonal);
                line[x] = left;
            } else {
                x = decodeRun(line, above, x, columns, component);
                if (x > columns) {
                    return;
                }
                left = line[x];
                right = above[x + 1];
                up = above[x];
            }
            diagonal = up;
            up = right;
        }
    }

    /** Fills a run; gives the place of the sample that ended it. */
    private int decodeRun(int[] line, int[] above, int from, int columns, int component) throws MalformedFrame {
        int value = line[from - 1];
        int end = from + in.readRun(runIndexes, component, columns + 1 - from);
        Arrays.fill(line, from, end, value);
        if (end <= columns) {
            int type = Math.abs(value - above[end]) <= model.near ? 1 : 0;
            line[end] = in.readInterruption(type, runIndexes[component], value, above[end]);
            runIndexes[component] = Math.max(0, runIndexes[component] - 1);
        }
        return end;
    }
}
