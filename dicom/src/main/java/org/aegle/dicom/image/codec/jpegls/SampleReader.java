package org.aegle.dicom.image.codec.jpegls;

import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Reads samples in the two modes of JPEG-LS. Not thread safe. ITU-T T.87 A.5 to A.7, Annex F.1. */
final class SampleReader {
    private final Model model;
    private final GolombReader in;
    private final int longest;

    SampleReader(Model model, GolombReader in) {
        this.model = model;
        this.in = in;
        this.longest = model.limit - model.errorBits - 1;
    }

    /** A sample whose context is not even. */
    int readRegular(int context, int left, int above, int diagonal) throws MalformedFrame {
        int index = Math.abs(context);
        int prediction = model.predict(context, left, above, diagonal);
        int order = model.golombOrder(index);
        int mapped = in.readGolomb(order, longest, model.errorBits);
        int error = (mapped & 1) == 0 ? mapped >> 1 : -(mapped + 1 >> 1);
        if (order == 0 && model.leansNegative(index)) {
            error = ~error;
        }
        model.update(index, error);
        return model.reconstruct(prediction, context < 0 ? -error : error);
    }

    /**
     * The length of a run of samples like the one on the left.
     *
     * @param states the run index in the first place, changed here
     * @param most samples left in the line
     */
    int readRun(int[] states, int component, int most) throws MalformedFrame {
        int length = 0;
        while (in.read(1) != 0) {
            int stretch = 1 << Model.runOrder(states[component]);
            if (length + stretch <= most) {
                states[component] = Model.longer(states[component]);
            }
            length = Math.min(most, length + stretch);
            if (length == most) {
                return most;
            }
        }
        length += in.read(Model.runOrder(states[component]));
        if (length >= most) {
            throw new MalformedFrame("a JPEG-LS run beyond the end of its line");
        }
        return length;
    }

    /**
     * The sample that ends a run.
     *
     * @param type 1 when its neighbours are alike
     */
    int readInterruption(int type, int runIndex, int left, int above) throws MalformedFrame {
        int order = model.runGolombOrder(type);
        int mapped = in.readGolomb(order, longest - Model.runOrder(runIndex) - 1, model.errorBits);
        int doubled = mapped + type;
        boolean odd = (doubled & 1) != 0;
        int magnitude = doubled + 1 >> 1;
        int error = model.runMapsNegative(type, order) == odd ? -magnitude : magnitude;
        model.updateRun(type, error, mapped);
        if (type == 1) {
            return model.reconstruct(left, error);
        }
        return model.reconstruct(above, left > above ? -error : error);
    }
}
