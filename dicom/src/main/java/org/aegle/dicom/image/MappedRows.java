package org.aegle.dicom.image;

import org.aegle.dicom.image.scale.PixelRows;

/**
 * A frame of one sample a pixel, each value mapped to a gray or a colour. The mapping is asked once for each value that
 * the frame has, where a table of all values is small. PS3.4 N.2.
 */
final class MappedRows implements PixelRows {
    private final Frame frame;
    private final Mapping mapping;
    private final int bands;
    private final int maximum;
    private final int[] raw;
    /** Shades by the bits of a value, each plus one; 0 for those not met yet. */
    private final int[] table;

    /** What a stored value is shown as. */
    @FunctionalInterface
    interface Mapping {
        /** A gray up to the picture's maximum, or a colour as 0xRRGGBB. */
        int shown(double stored);
    }

    private MappedRows(Frame frame, Mapping mapping, int bands, int maximum) {
        this.frame = frame;
        this.mapping = mapping;
        this.bands = bands;
        this.maximum = maximum;
        this.raw = new int[frame.format().columns()];
        this.table = frame.hasTableOfValues() ? new int[1 << frame.format().bitsStored()] : new int[0];
    }

    /** Grays of shades from 0 to 1. */
    static MappedRows gray(Frame frame, GrayPipeline pipeline, int maximum) {
        return new MappedRows(frame, stored -> gray(pipeline.shade(stored), maximum), 1, maximum);
    }

    private static int gray(double shade, int maximum) {
        return (int) Math.max(0, Math.min(maximum, Math.round(shade * maximum)));
    }

    /** Colours of a palette. PS3.3 C.7.6.3.1.2, PALETTE COLOR. */
    static MappedRows colour(Frame frame, PaletteColor palette) {
        return new MappedRows(frame, palette::rgb, 3, 0xFF);
    }

    /** Colours of the values that a supplemental palette maps, grays of all others. PS3.3 C.7.6.19, PS3.4 N.2.4. */
    static MappedRows supplemented(Frame frame, GrayPipeline pipeline, PaletteColor palette) {
        Mapping mapping =
                stored -> palette.maps(stored) ? palette.rgb(stored) : gray(pipeline.shade(stored), 0xFF) * 0x010101;
        return new MappedRows(frame, mapping, 3, 0xFF);
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
        return bands;
    }

    @Override
    public int maximum() {
        return maximum;
    }

    @Override
    public void read(int row, int[] samples) {
        int first = row * raw.length;
        if (table.length > 0) {
            frame.readRaw(first, raw);
            for (int column = 0; column < raw.length; column++) {
                raw[column] = tabled(raw[column]);
            }
        } else {
            for (int column = 0; column < raw.length; column++) {
                raw[column] = mapping.shown(frame.value(first + column));
            }
        }
        spread(samples);
    }

    private int tabled(int bits) {
        int shown = table[bits] - 1;
        if (shown < 0) {
            shown = mapping.shown(frame.valueOf(bits));
            table[bits] = shown + 1;
        }
        return shown;
    }

    private void spread(int[] samples) {
        if (bands == 1) {
            System.arraycopy(raw, 0, samples, 0, raw.length);
            return;
        }
        for (int column = 0, at = 0; column < raw.length; column++, at += 3) {
            samples[at] = raw[column] >> 16;
            samples[at + 1] = raw[column] >> 8 & 0xFF;
            samples[at + 2] = raw[column] & 0xFF;
        }
    }
}
