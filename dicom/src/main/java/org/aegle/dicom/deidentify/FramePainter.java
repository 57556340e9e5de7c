package org.aegle.dicom.deidentify;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.PixelFormat;

/** Blackens regions of decoded frames and clears bits that are no part of a sample. PS3.15 E.3.1. */
final class FramePainter {
    private final PixelNeeds needs;

    FramePainter(PixelNeeds needs) {
        this.needs = needs;
    }

    /** The frame, cleaned; its samples lie as before. */
    Frame paint(Frame frame) {
        PixelFormat format = frame.format();
        byte[] samples = frame.samples().clone();
        if (needs.masksUnusedBits() && !format.floating()) {
            clearUnusedBits(format, samples);
        }
        for (PixelRegion region : needs.regions()) {
            blacken(format, samples, region);
        }
        return new Frame(format, samples);
    }

    private static void blacken(PixelFormat format, byte[] samples, PixelRegion region) {
        int lastRow = (int) Math.min(format.rows(), (long) region.row() + region.height());
        int lastColumn = (int) Math.min(format.columns(), (long) region.column() + region.width());
        for (int row = region.row(); row < lastRow; row++) {
            for (int column = region.column(); column < lastColumn; column++) {
                int pixel = row * format.columns() + column;
                for (int sample = 0; sample < format.samples(); sample++) {
                    put(format, samples, pixel * format.samples() + sample, black(format, sample));
                }
            }
        }
    }

    /** The stored bits of black: the highest value where that is black, the middle for chrominance. */
    private static long black(PixelFormat format, int sample) {
        int bits = format.bitsStored();
        if (format.floating()) {
            return 0;
        }
        if (format.isLuminanceChrominance()) {
            return sample == 0 ? 0 : 1L << bits - 1;
        }
        if (format.photometric().equals("MONOCHROME1")) {
            return format.signed() ? (1L << bits - 1) - 1 : mask(bits);
        }
        return 0;
    }

    private static long mask(int bits) {
        return bits >= Long.SIZE ? -1 : (1L << bits) - 1;
    }

    private static int lowestBit(PixelFormat format) {
        return format.highBit() + 1 - format.bitsStored();
    }

    private static void put(PixelFormat format, byte[] samples, int index, long stored) {
        int cell = format.bytesPerSample();
        long value = stored << lowestBit(format);
        for (int i = 0; i < cell; i++) {
            samples[index * cell + i] = (byte) (value >>> 8 * i);
        }
    }

    private static void clearUnusedBits(PixelFormat format, byte[] samples) {
        long used = mask(format.bitsStored()) << lowestBit(format);
        int cell = format.bytesPerSample();
        for (int i = 0; i < samples.length; i++) {
            samples[i] &= (byte) (used >>> 8 * (i % cell));
        }
    }
}
