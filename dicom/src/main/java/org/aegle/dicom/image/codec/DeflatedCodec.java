package org.aegle.dicom.image.codec;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;

/** Deflated Image Frame Compression. PS3.5 A.4.13. */
public final class DeflatedCodec implements FrameCodec {
    private final FrameCodec samples = new NativeCodec();

    @Override
    public Frame decode(PixelFormat format, byte[] bytes) throws FrameException {
        return samples.decode(format, inflate(format, bytes));
    }

    private static byte[] inflate(PixelFormat format, byte[] bytes) throws FrameException {
        long length = format.bitsAllocated() == 1 ? (format.byteCount() + 7) / 8 : format.byteCount();
        byte[] inflated = new byte[(int) length];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes);
            int count = 0;
            while (count < inflated.length && !inflater.finished() && !inflater.needsInput()) {
                count += inflater.inflate(inflated, count, inflated.length - count);
            }
            if (count < inflated.length) {
                throw new FrameException.MalformedFrame("the frame is shorter than its rows and columns demand");
            }
            return inflated;
        } catch (DataFormatException e) {
            throw new FrameException.MalformedFrame("the deflated frame is broken");
        } finally {
            inflater.end();
        }
    }
}
