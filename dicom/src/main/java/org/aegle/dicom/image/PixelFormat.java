package org.aegle.dicom.image;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/**
 * How the samples of an image lie. PS3.3 C.7.6.3.
 *
 * @param rows rows, 1 or more
 * @param columns columns, 1 or more
 * @param samples samples of a pixel, 1 or 3
 * @param photometric Photometric Interpretation, "MONOCHROME2"
 * @param bitsAllocated bits of a sample's cell: 1, 8, 16, 32 or 64
 * @param bitsStored bits of a sample
 * @param highBit position of a sample's highest bit in its cell
 * @param signed two's complement
 * @param floating IEEE 754 numbers, of 32 or 64 bits
 * @param planar colours lie plane by plane instead of pixel by pixel
 */
public record PixelFormat(
        int rows,
        int columns,
        int samples,
        String photometric,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        boolean floating,
        boolean planar) {
    private static final long MAXIMUM_PIXELS = 1L << 27;

    /**
     * The format that an image tells.
     *
     * @throws FrameException.MalformedFrame when it tells none, or one without sense or beyond 2^27 pixels
     */
    public static PixelFormat of(Attributes dataset) throws FrameException {
        boolean single = dataset.contains(Tag.FloatPixelData);
        boolean floating = single || dataset.contains(Tag.DoubleFloatPixelData);
        int allocated = floating ? single ? Float.SIZE : Double.SIZE : dataset.getInt(Tag.BitsAllocated, 0);
        int stored = floating ? allocated : dataset.getInt(Tag.BitsStored, allocated);
        PixelFormat format = new PixelFormat(
                dataset.getInt(Tag.Rows, 0),
                dataset.getInt(Tag.Columns, 0),
                dataset.getInt(Tag.SamplesPerPixel, 1),
                dataset.getString(Tag.PhotometricInterpretation, "MONOCHROME2"),
                allocated,
                stored,
                floating ? allocated - 1 : dataset.getInt(Tag.HighBit, stored - 1),
                !floating && dataset.getInt(Tag.PixelRepresentation, 0) == 1,
                floating,
                dataset.getInt(Tag.PlanarConfiguration, 0) == 1);
        format.check();
        return format;
    }

    private void check() throws FrameException {
        boolean sized = rows > 0 && columns > 0 && (long) rows * columns <= MAXIMUM_PIXELS;
        boolean coloured = samples == 1 || samples == 3;
        boolean celled =
                switch (bitsAllocated) {
                    case 1, 8, 16, 32 -> true;
                    case 64 -> samples == 1;
                    default -> false;
                };
        boolean placed = bitsStored > 0 && highBit < bitsAllocated && highBit + 1 >= bitsStored;
        if (!sized || !coloured || !celled || !placed) {
            throw new FrameException.MalformedFrame("rows, columns, samples or bits are without sense");
        }
        if (byteCount() > Integer.MAX_VALUE - 8) {
            throw new FrameException.MalformedFrame("the frame is beyond 2 GiB");
        }
    }

    /** Pixels of a frame. */
    public int pixels() {
        return rows * columns;
    }

    /** Bytes of a sample's cell; a single bit counts as unpacked. */
    public int bytesPerSample() {
        return Math.max(1, bitsAllocated / 8);
    }

    /** Bytes of a frame without subsampling, bits unpacked. */
    public long byteCount() {
        return (long) pixels() * samples * bytesPerSample();
    }

    /** One sample a pixel that is a shade of gray. */
    public boolean isMonochrome() {
        return samples == 1 && !isPalette();
    }

    /** One sample a pixel that is an index of colours. */
    public boolean isPalette() {
        return photometric.equals("PALETTE COLOR");
    }

    /** Luminance and chrominance in place of red, green and blue. */
    public boolean isLuminanceChrominance() {
        return photometric.startsWith("YBR");
    }

    /** The same with cells of a byte each holding one bit. */
    public PixelFormat unpacked() {
        return new PixelFormat(rows, columns, samples, photometric, 8, 1, 0, false, false, planar);
    }

    /** The same, pixel by pixel and with another photometric interpretation. */
    public PixelFormat interleaved(String otherPhotometric) {
        return new PixelFormat(
                rows, columns, samples, otherPhotometric, bitsAllocated, bitsStored, highBit, signed, floating, false);
    }
}
