package org.aegle.dicom.image;

/**
 * Luminance and chrominance of eight bits to red, green and blue: the inverse of the equations of PS3.3 C.7.6.3.1.2, in
 * numbers of 16 bits behind the point.
 */
enum LuminanceChrominance {
    /** Luminance from 0 to 255, as of YBR_FULL, YBR_FULL_422 and YBR_ICT. */
    FULL(0, 1.0, 1.402, 0.344136, 0.714136, 1.772),
    /** Luminance from 16 to 235, chrominance from 16 to 240, as of YBR_PARTIAL_422 and YBR_PARTIAL_420. */
    PARTIAL(16, 1.164383, 1.596027, 0.391762, 0.812968, 2.017232);

    private static final int POINT = 16;
    private static final int HALF = 1 << POINT - 1;
    private static final int NO_CHROMINANCE = 128;

    private final int black;
    private final int luminance;
    private final int redOfCr;
    private final int greenOfCb;
    private final int greenOfCr;
    private final int blueOfCb;

    LuminanceChrominance(
            int black, double luminance, double redOfCr, double greenOfCb, double greenOfCr, double blueOfCb) {
        this.black = black;
        this.luminance = fixed(luminance);
        this.redOfCr = fixed(redOfCr);
        this.greenOfCb = fixed(greenOfCb);
        this.greenOfCr = fixed(greenOfCr);
        this.blueOfCb = fixed(blueOfCb);
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << POINT));
    }

    /** The equations of a photometric interpretation. */
    static LuminanceChrominance of(String photometric) {
        return photometric.startsWith("YBR_PARTIAL") ? PARTIAL : FULL;
    }

    /** Replaces Y, CB and CR by red, green and blue, pixel by pixel. */
    void toRgb(int[] samples) {
        for (int i = 0; i < samples.length; i += 3) {
            int y = (samples[i] - black) * luminance + HALF;
            int cb = samples[i + 1] - NO_CHROMINANCE;
            int cr = samples[i + 2] - NO_CHROMINANCE;
            samples[i] = eightBits(y + redOfCr * cr);
            samples[i + 1] = eightBits(y - greenOfCb * cb - greenOfCr * cr);
            samples[i + 2] = eightBits(y + blueOfCb * cb);
        }
    }

    private static int eightBits(int fixed) {
        return Math.max(0, Math.min(0xFF, fixed >> POINT));
    }
}
