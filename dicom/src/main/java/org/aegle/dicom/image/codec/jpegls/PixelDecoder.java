package org.aegle.dicom.image.codec.jpegls;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/**
 * Decodes lines of scans interleaved by sample: a run lasts while all components are even, and the samples that end it
 * count as unlike their neighbours. ITU-T T.87 B.3.
 */
final class PixelDecoder implements LineCoding {
    private final Model model;
    private final SampleReader in;
    private final int[] contexts;
    private final int[] runIndex = new int[1];

    PixelDecoder(Model model, GolombReader bits, int components) {
        this.model = model;
        this.in = new SampleReader(model, bits);
        this.contexts = new int[components];
    }

    @Override
    public void restart() {
        runIndex[0] = 0;
    }

    @Override
    public void code(Lines lines) throws MalformedFrame {
        for (int x = 1; x <= lines.columns(); x++) {
            if (isEven(lines, x)) {
                x = decodeRun(lines, x);
                continue;
            }
            for (int i = 0; i < contexts.length; i++) {
                int[] line = lines.current(i);
                int[] above = lines.above(i);
                line[x] = in.readRegular(contexts[i], line[x - 1], above[x], above[x - 1]);
            }
        }
    }

    private boolean isEven(Lines lines, int x) {
        int all = 0;
        for (int i = 0; i < contexts.length; i++) {
            int[] above = lines.above(i);
            int left = lines.current(i)[x - 1];
            contexts[i] = model.context(above[x + 1] - above[x], above[x] - above[x - 1], above[x - 1] - left);
            all |= contexts[i];
        }
        return all == 0;
    }

    private int decodeRun(Lines lines, int from) throws MalformedFrame {
        int end = from + in.readRun(runIndex, 0, lines.columns() + 1 - from);
        for (int i = 0; i < contexts.length; i++) {
            int[] line = lines.current(i);
            Arrays.fill(line, from, end, line[from - 1]);
        }
        if (end > lines.columns()) {
            return end;
        }
        for (int i = 0; i < contexts.length; i++) {
            int[] line = lines.current(i);
            line[end] = in.readInterruption(0, runIndex[0], line[end - 1], lines.above(i)[end]);
        }
        runIndex[0] = Math.max(0, runIndex[0] - 1);
        return end;
    }
}
