package org.aegle.dicom.image.codec;

import java.util.Arrays;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;

/** Native samples in little endian: brings them into the order of {@link Frame}. PS3.5 8.1, PS3.3 C.7.6.3.1. */
public final class NativeCodec implements FrameCodec {
    @Override
    public Frame decode(PixelFormat format, byte[] bytes) throws FrameException {
        if (format.bitsAllocated() == 1) {
            return new Frame(format.unpacked(), unpack(format, bytes));
        }
        boolean halfChroma = format.samples() == 3 && format.photometric().endsWith("_422");
        if (halfChroma && format.bitsAllocated() == 8) {
            // A partial range has no name of its own without the subsampling.
            boolean partial = format.photometric().startsWith("YBR_PARTIAL");
            String photometric = partial ? format.photometric() : "YBR_FULL";
            return new Frame(format.interleaved(photometric), spreadChroma(format, bytes));
        }
        require(bytes, format.byteCount());
        if (format.samples() == 1 || !format.planar()) {
            byte[] exact = bytes.length == format.byteCount() ? bytes : Arrays.copyOf(bytes, (int) format.byteCount());
            return new Frame(format.interleaved(format.photometric()), exact);
        }
        return new Frame(format.interleaved(format.photometric()), interleave(format, bytes));
    }

    private static void require(byte[] bytes, long length) throws FrameException {
        if (bytes.length < length) {
            throw new FrameException.MalformedFrame("the frame is shorter than its rows and columns demand");
        }
    }

    /** The first pixel of a byte is its lowest bit. PS3.5 8.1.1. */
    private static byte[] unpack(PixelFormat format, byte[] bytes) throws FrameException {
        int count = format.pixels() * format.samples();
        require(bytes, (count + 7L) / 8);
        byte[] samples = new byte[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (byte) (bytes[i >> 3] >> (i & 7) & 1);
        }
        return samples;
    }

    /** Y1 Y2 CB CR for two pixels become Y CB CR for each. PS3.3 C.7.6.3.1.2. */
    private static byte[] spreadChroma(PixelFormat format, byte[] bytes) throws FrameException {
        int pixels = format.pixels();
        require(bytes, (pixels / 2) * 4L);
        byte[] samples = new byte[pixels * 3];
        for (int pair = 0; pair < pixels / 2; pair++) {
            int from = pair * 4;
            int to = pair * 6;
            for (int i = 0; i < 2; i++) {
                samples[to + 3 * i] = bytes[from + i];
                samples[to + 3 * i + 1] = bytes[from + 2];
                samples[to + 3 * i + 2] = bytes[from + 3];
            }
        }
        return samples;
    }

    private static byte[] interleave(PixelFormat format, byte[] planes) {
        int cell = format.bytesPerSample();
        int pixels = format.pixels();
        byte[] samples = new byte[(int) format.byteCount()];
        int to = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int plane = 0; plane < format.samples(); plane++) {
                int from = (plane * pixels + pixel) * cell;
                for (int i = 0; i < cell; i++) {
                    samples[to++] = planes[from + i];
                }
            }
        }
        return samples;
    }
}
