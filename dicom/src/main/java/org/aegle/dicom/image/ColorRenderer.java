package org.aegle.dicom.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.aegle.dicom.data.Attributes;

/** Colour images to red, green and blue of eight bits. PS3.3 C.7.6.3.1.2. */
final class ColorRenderer {
    private ColorRenderer() {}

    static BufferedImage render(Frame frame, Attributes dataset) throws FrameException {
        PixelFormat format = frame.format();
        BufferedImage image = new BufferedImage(format.columns(), format.rows(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        if (format.isPalette()) {
            fillFromPalette(frame, new PaletteColor(dataset, format.signed()), pixels);
        } else if (format.isLuminanceChrominance()) {
            fillFromLuminance(frame, pixels);
        } else {
            fillFromRgb(frame, pixels);
        }
        return image;
    }

    private static void fillFromPalette(Frame frame, PaletteColor palette, int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = palette.rgb(frame.value(i));
        }
    }

    private static void fillFromRgb(Frame frame, int[] pixels) {
        for (int i = 0, sample = 0; i < pixels.length; i++, sample += 3) {
            pixels[i] = frame.eightBits(sample) << 16 | frame.eightBits(sample + 1) << 8 | frame.eightBits(sample + 2);
        }
    }

    /** The inverse of the full range equations of PS3.3 C.7.6.3.1.2. */
    private static void fillFromLuminance(Frame frame, int[] pixels) {
        for (int i = 0, sample = 0; i < pixels.length; i++, sample += 3) {
            double y = frame.eightBits(sample);
            double cb = frame.eightBits(sample + 1) - 128;
            double cr = frame.eightBits(sample + 2) - 128;
            int red = clamp(y + 1.402 * cr);
            int green = clamp(y - 0.344136 * cb - 0.714136 * cr);
            int blue = clamp(y + 1.772 * cb);
            pixels[i] = red << 16 | green << 8 | blue;
        }
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
