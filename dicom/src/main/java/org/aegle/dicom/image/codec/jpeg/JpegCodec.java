package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.FrameCodec;

/**
 * JPEG with Huffman coding: baseline and extended sequential and progressive DCT of 8 and 12 bits, lossless of 2 to 16
 * bits. Thread safe. PS3.5 8.2.1, ITU-T T.81.
 */
public final class JpegCodec implements FrameCodec {
    @Override
    public Frame decode(PixelFormat format, byte[] bytes) throws FrameException {
        return new JpegDecoder(format, bytes).decode();
    }
}
