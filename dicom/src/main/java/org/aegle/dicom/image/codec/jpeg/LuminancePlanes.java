package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.PixelFormat;

/** A frame of eight bits as luminance and chrominance around zero. PS3.3 C.7.6.3.1.2. */
final class LuminancePlanes {
    private static final int CENTER = 128;
    /** Luminance and chrominance of red, green and blue. */
    private static final float[][] OF_RGB = {
        {0.299f, 0.587f, 0.114f}, {-0.168736f, -0.331264f, 0.5f}, {0.5f, -0.418688f, -0.081312f}
    };

    private final PixelFormat format;
    private final byte[] samples;

    LuminancePlanes(Frame frame) {
        this.format = frame.format();
        this.samples = frame.samples();
    }

    /** Luminance, or gray. */
    float[] luminance() {
        float[] plane = new float[format.pixels()];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = value(0, i) - CENTER;
        }
        return plane;
    }

    /** Columns of chrominance. */
    int halfColumns() {
        return (format.columns() + 1) / 2;
    }

    /** A plane of chrominance, 1 or 2, each value the mean of two pixels side by side. */
    float[] chrominance(int component) {
        boolean centered = format.photometric().equals("RGB");
        float[] plane = new float[halfColumns() * format.rows()];
        int to = 0;
        for (int y = 0; y < format.rows(); y++) {
            for (int x = 0; x < format.columns(); x += 2) {
                int first = y * format.columns() + x;
                int second = x + 1 < format.columns() ? first + 1 : first;
                float mean = (value(component, first) + value(component, second)) / 2;
                plane[to++] = centered ? mean : mean - CENTER;
            }
        }
        return plane;
    }

    private float value(int component, int pixel) {
        int at = pixel * format.samples();
        if (!format.photometric().equals("RGB")) {
            return samples[at + component] & 0xFF;
        }
        float[] weights = OF_RGB[component];
        return weights[0] * (samples[at] & 0xFF)
                + weights[1] * (samples[at + 1] & 0xFF)
                + weights[2] * (samples[at + 2] & 0xFF);
    }
}
