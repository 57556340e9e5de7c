package org.aegle.dicom.image.codec.jpegls;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.FrameCodec;

/** JPEG-LS, lossless and near-lossless, of 2 to 16 bits. Thread safe. PS3.5 8.2.3, ITU-T T.87. */
public final class JpegLsCodec implements FrameCodec {
    @Override
    public Frame decode(PixelFormat format, byte[] bytes) throws FrameException {
        return new JpegLsDecoder(format, bytes).decode();
    }
}
