package org.aegle.dicom.image.output;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;

/** Grays of 16 bits as those of 8. */
final class EightBits {
    private EightBits() {}

    static BufferedImage of(BufferedImage picture) {
        if (picture.getType() != BufferedImage.TYPE_USHORT_GRAY) {
            return picture;
        }
        BufferedImage gray = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        short[] deep = ((DataBufferUShort) picture.getRaster().getDataBuffer()).getData();
        byte[] pixels = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (deep[i] >>> Byte.SIZE);
        }
        return gray;
    }
}
