package org.aegle.dicom.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.function.DoubleUnaryOperator;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/** The grayscale pipeline: modality LUT, VOI LUT, presentation. PS3.4 N.2. */
final class GrayRenderer {
    private static final int LARGEST_TABLE_BITS = 16;

    private final Frame frame;
    private final FrameAttributes attributes;
    private final DoubleUnaryOperator modality;

    GrayRenderer(Frame frame, FrameAttributes attributes) {
        this.frame = frame;
        this.attributes = attributes;
        this.modality = ModalityLut.of(attributes, frame.format().signed());
    }

    BufferedImage render() {
        PixelFormat format = frame.format();
        BufferedImage image = new BufferedImage(format.columns(), format.rows(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        DoubleUnaryOperator display = display();
        boolean table = !format.floating() && format.bitsStored() <= LARGEST_TABLE_BITS;
        if (table) {
            byte[] grays = new byte[1 << format.bitsStored()];
            for (int raw = 0; raw < grays.length; raw++) {
                grays[raw] = gray(display, frame.valueOf(raw));
            }
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = grays[frame.raw(i)];
            }
        } else {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = gray(display, frame.value(i));
            }
        }
        return image;
    }

    private static byte gray(DoubleUnaryOperator display, double stored) {
        return (byte) Math.max(0, Math.min(255, Math.round(display.applyAsDouble(stored))));
    }

    private DoubleUnaryOperator display() {
        boolean signed = frame.format().signed();
        DoubleUnaryOperator values =
                modality.andThen(VoiLut.of(attributes, signed).orElseGet(this::wholeRange));
        return isInverse() ? values.andThen(gray -> 255 - gray) : values;
    }

    /** Presentation LUT Shape says it where it stands, else the photometric interpretation. PS3.3 C.11.6. */
    private boolean isInverse() {
        String shape = attributes.dataset().getString(Tag.PresentationLUTShape);
        return shape.isEmpty() ? frame.format().photometric().equals("MONOCHROME1") : shape.equals("INVERSE");
    }

    /** A window over all values of the frame but its padding, for images that tell none. */
    private DoubleUnaryOperator wholeRange() {
        Attributes dataset = attributes.dataset();
        boolean padded = dataset.containsValue(Tag.PixelPaddingValue);
        double padding = dataset.getDouble(Tag.PixelPaddingValue, 0);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int count = frame.format().pixels();
        for (int i = 0; i < count; i++) {
            double stored = frame.value(i);
            if (!Double.isFinite(stored) || padded && stored == padding) {
                continue;
            }
            double value = modality.applyAsDouble(stored);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most > least ? VoiLut.between(least, most) : value -> value > 0 ? 255 : 0;
    }
}
