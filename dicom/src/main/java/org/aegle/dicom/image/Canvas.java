package org.aegle.dicom.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import org.aegle.dicom.image.scale.PixelRows;

/** Takes the rows of a picture into an image in memory. */
final class Canvas {
    private Canvas() {}

    static BufferedImage paint(PixelRows rows) throws FrameException.Interrupted {
        int type = rows.bands() == 3
                ? BufferedImage.TYPE_INT_RGB
                : rows.maximum() > 0xFF ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY;
        BufferedImage image = new BufferedImage(rows.columns(), rows.rows(), type);
        int[] samples = new int[rows.columns() * rows.bands()];
        for (int row = 0; row < rows.rows(); row++) {
            FrameException.throwIfInterrupted();
            rows.read(row, samples);
            put(image, row * rows.columns(), samples);
        }
        return image;
    }

    private static void put(BufferedImage image, int at, int[] samples) {
        switch (image.getType()) {
            case BufferedImage.TYPE_BYTE_GRAY -> {
                byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
                for (int i = 0; i < samples.length; i++) {
                    pixels[at + i] = (byte) samples[i];
                }
            }
            case BufferedImage.TYPE_USHORT_GRAY -> {
                short[] pixels = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
                for (int i = 0; i < samples.length; i++) {
                    pixels[at + i] = (short) samples[i];
                }
            }
            default -> {
                int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
                for (int i = 0, sample = 0; sample < samples.length; i++, sample += 3) {
                    pixels[at + i] = samples[sample] << 16 | samples[sample + 1] << 8 | samples[sample + 2];
                }
            }
        }
    }
}
