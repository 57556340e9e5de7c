package org.aegle.dicom.image;

import org.aegle.dicom.image.scale.PixelRows;

/** A frame of three samples a pixel as red, green and blue of eight bits. PS3.3 C.7.6.3.1.2. */
final class ColorRows implements PixelRows {
    private static final int WHITE = 0xFF;

    private final Frame frame;
    private final boolean luminance;
    private final LuminanceChrominance equations;
    private final int[] raw;
    private final int range;

    /**
     * A colour frame.
     *
     * @param photometric Photometric Interpretation of its samples, RGB or one of YBR
     */
    ColorRows(Frame frame, String photometric) {
        PixelFormat format = frame.format();
        this.frame = frame;
        this.luminance = photometric.startsWith("YBR");
        this.equations = LuminanceChrominance.of(photometric);
        this.raw = new int[format.columns() * format.samples()];
        this.range = format.bitsStored() > Byte.SIZE ? WHITE : (1 << format.bitsStored()) - 1;
    }

    @Override
    public int columns() {
        return frame.format().columns();
    }

    @Override
    public int rows() {
        return frame.format().rows();
    }

    @Override
    public int bands() {
        return 3;
    }

    @Override
    public int maximum() {
        return WHITE;
    }

    @Override
    public void read(int row, int[] samples) {
        frame.readRaw(row * raw.length, raw);
        toEightBits();
        if (luminance) {
            equations.toRgb(raw);
        }
        System.arraycopy(raw, 0, samples, 0, raw.length);
    }

    /** Of more bits the upper eight, of fewer the share of white. */
    private void toEightBits() {
        int more = Math.max(0, frame.format().bitsStored() - Byte.SIZE);
        if (more == 0 && range == WHITE) {
            return;
        }
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (raw[i] >>> more) * WHITE / range;
        }
    }
}
