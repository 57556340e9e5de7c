package org.aegle.dicom.image.codec;

import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;

/** RLE Lossless: a segment of run lengths for each byte of each sample, the highest byte first. PS3.5 Annex G. */
public final class RleCodec implements FrameCodec {
    private static final int HEADER = 64;
    private static final int MAXIMUM_SEGMENTS = 15;
    /** Two bytes can make 128. */
    private static final long LARGEST_RATIO = 64;

    @Override
    public Frame decode(PixelFormat format, byte[] bytes) throws FrameException {
        return new Frame(format.interleaved(format.photometric()), samples(format, bytes));
    }

    private static byte[] samples(PixelFormat format, byte[] bytes) throws FrameException {
        int cell = format.bytesPerSample();
        int segments = format.samples() * cell;
        long length = format.byteCount();
        if (bytes.length < HEADER || number(bytes, 0) != segments || segments > MAXIMUM_SEGMENTS) {
            throw new FrameException.MalformedFrame("the RLE header does not suit the image");
        }
        if (length > bytes.length * LARGEST_RATIO) {
            throw new FrameException.MalformedFrame("the frame is shorter than its rows and columns demand");
        }
        byte[] samples = new byte[(int) length];
        for (int segment = 0; segment < segments; segment++) {
            long from = number(bytes, 4 + 4 * segment);
            long to = segment + 1 < segments ? number(bytes, 8 + 4 * segment) : bytes.length;
            if (from < HEADER || to < from || to > bytes.length) {
                throw new FrameException.MalformedFrame("an RLE segment lies outside of the frame");
            }
            FrameException.throwIfInterrupted();
            int target = segment / cell * cell + cell - 1 - segment % cell;
            unpack(bytes, (int) from, (int) to, samples, target, segments);
        }
        return samples;
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL)
                | (bytes[at + 1] & 0xFFL) << 8
                | (bytes[at + 2] & 0xFFL) << 16
                | (bytes[at + 3] & 0xFFL) << 24;
    }

    /** Writes every step-th byte from a first one on. PS3.5 G.3.2. */
    private static void unpack(byte[] bytes, int from, int to, byte[] samples, int first, int step)
            throws FrameException {
        int at = from;
        int target = first;
        while (at < to && target < samples.length) {
            int control = bytes[at++];
            if (control >= 0) {
                for (int i = 0; i <= control && at < to && target < samples.length; i++, target += step) {
                    samples[target] = bytes[at++];
                }
            } else if (control != -128 && at < to) {
                byte value = bytes[at++];
                for (int i = 0; i <= -control && target < samples.length; i++, target += step) {
                    samples[target] = value;
                }
            }
        }
        if (target < samples.length) {
            throw new FrameException.MalformedFrame("an RLE segment is too short");
        }
    }
}
