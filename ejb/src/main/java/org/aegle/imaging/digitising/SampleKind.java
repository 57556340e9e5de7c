package org.aegle.imaging.digitising;

import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.PackedColorModel;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.imaging.arrival.RefusalReason;

/**
 * What samples of a picture become. Single bits and palettes of grays become bytes, since few receivers take an image of
 * single bits; colours of more than eight bits a sample lose what is beyond, since none takes them.
 */
enum SampleKind {
    GRAY_8(1, 8),
    GRAY_16(1, 16),
    RGB_8(3, 8);

    private static final int COLOURS = 3;

    private final int samples;
    private final int bits;

    SampleKind(int samples, int bits) {
        this.samples = samples;
        this.bits = bits;
    }

    /** By what the file's pixels are decoded to. */
    static SampleKind of(ColorModel model) throws UnfitFile {
        if (model instanceof IndexColorModel palette) {
            return isGray(palette) ? GRAY_8 : RGB_8;
        }
        boolean whole = model.getTransferType() == DataBuffer.TYPE_BYTE
                || model.getTransferType() == DataBuffer.TYPE_USHORT
                || model instanceof PackedColorModel;
        int colours = model.getNumColorComponents();
        int space = model.getColorSpace().getType();
        if (whole && colours == 1 && model instanceof ComponentColorModel) {
            return model.getComponentSize(0) > Byte.SIZE ? GRAY_16 : GRAY_8;
        } else if (whole && colours == COLOURS && space == ColorSpace.TYPE_RGB) {
            return RGB_8;
        }
        throw new UnfitFile(RefusalReason.UNSUPPORTED_COLOUR, colours + " x " + model.getComponentSize(0) + " bits");
    }

    private static boolean isGray(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    int bytesPerPixel() {
        return samples * bits / Byte.SIZE;
    }

    boolean isColour() {
        return samples == COLOURS;
    }

    /** How they lie in an image. */
    PixelFormat format(int rows, int columns) {
        String photometric = isColour() ? "RGB" : "MONOCHROME2";
        return new PixelFormat(rows, columns, samples, photometric, bits, bits, bits - 1, false, false, false);
    }
}
