package org.aegle.imaging.digitising;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PackedColorModel;
import java.awt.image.Raster;

/**
 * The pixels of a decoded band, row by row: a gray, or a colour as 0xRRGGBB, on white where the picture is transparent.
 * The numbers of the file are taken as they are, without a colour space's own idea of them.
 */
final class PixelRow {
    private static final int WHITE = 0xFF;

    private final Raster raster;
    private final ColorModel model;
    private final SampleKind kind;
    private final int[] palette;
    private final int[] samples;
    /** Bits of a sample that are beyond those of the kind; negative for those that lack. */
    private final int excess;

    PixelRow(BufferedImage band, SampleKind kind) {
        this.raster = band.getRaster();
        this.model = band.getColorModel();
        this.kind = kind;
        this.samples = new int[raster.getWidth() * raster.getNumBands()];
        this.palette = model instanceof IndexColorModel indexed ? flattened(indexed) : new int[0];
        this.excess = palette.length > 0 ? 0 : model.getComponentSize(0) - (kind == SampleKind.GRAY_16 ? 16 : 8);
    }

    /** Reads a row of the band. */
    void read(int row, int[] pixels) {
        if (model instanceof PackedColorModel && palette.length == 0) {
            readPacked(row, pixels);
            return;
        }
        raster.getPixels(0, row, raster.getWidth(), 1, samples);
        if (palette.length > 0) {
            for (int x = 0; x < pixels.length; x++) {
                pixels[x] = palette[Math.min(samples[x], palette.length - 1)];
            }
        } else if (kind.isColour()) {
            readColours(pixels);
        } else {
            readGrays(pixels);
        }
    }

    private void readColours(int[] pixels) {
        int bands = raster.getNumBands();
        for (int x = 0, at = 0; x < pixels.length; x++, at += bands) {
            int alpha = bands > 3 ? scaled(samples[at + 3]) : WHITE;
            pixels[x] = onWhite(scaled(samples[at]), alpha, WHITE) << 16
                    | onWhite(scaled(samples[at + 1]), alpha, WHITE) << 8
                    | onWhite(scaled(samples[at + 2]), alpha, WHITE);
        }
    }

    private void readGrays(int[] pixels) {
        int bands = raster.getNumBands();
        int white = kind == SampleKind.GRAY_16 ? 0xFFFF : WHITE;
        for (int x = 0, at = 0; x < pixels.length; x++, at += bands) {
            int gray = scaled(samples[at]);
            pixels[x] = bands > 1 ? onWhite(gray, scaled(samples[at + 1]), white) : gray;
        }
    }

    private void readPacked(int row, int[] pixels) {
        for (int x = 0; x < pixels.length; x++) {
            int argb = model.getRGB(raster.getDataElements(x, row, null));
            pixels[x] = onWhite(argb);
        }
    }

    /** To the bits of the kind: the highest ones are kept, and full stays full. */
    private int scaled(int sample) {
        if (excess == 0) {
            return sample;
        }
        long most = (1L << model.getComponentSize(0)) - 1;
        long wanted = kind == SampleKind.GRAY_16 ? 0xFFFF : WHITE;
        return (int) ((sample * wanted + most / 2) / most);
    }

    private int[] flattened(IndexColorModel indexed) {
        int[] colours = new int[indexed.getMapSize()];
        for (int i = 0; i < colours.length; i++) {
            int rgb = onWhite(indexed.getRGB(i));
            colours[i] = kind.isColour() ? rgb : rgb & 0xFF;
        }
        return colours;
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        return blended(argb >> 16 & 0xFF, alpha, WHITE) << 16
                | blended(argb >> 8 & 0xFF, alpha, WHITE) << 8
                | blended(argb & 0xFF, alpha, WHITE);
    }

    private int onWhite(int value, int alpha, int white) {
        return model.isAlphaPremultiplied() ? Math.min(white, value + white - alpha) : blended(value, alpha, white);
    }

    private static int blended(int value, int alpha, int white) {
        return (int) (((long) value * alpha + (long) white * (white - alpha) + white / 2) / white);
    }
}
