package org.aegle.dicom.image;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** JPEG with DCT and Huffman coding, sequential or progressive, of eight bits. PS3.5 8.2.1. */
final class JpegDecoder {
    private static final int SEQUENTIAL = 0;
    private static final int EXTENDED = 1;
    private static final int PROGRESSIVE = 2;

    private JpegDecoder() {}

    static Frame decode(PixelFormat format, byte[] bytes) throws FrameException {
        JpegMarkers markers = JpegMarkers.read(bytes);
        check(format, markers);
        byte[] samples = samples(format, raster(bytes));
        return new Frame(format.eightBits(photometric(format, markers)), samples);
    }

    private static void check(PixelFormat format, JpegMarkers markers) throws FrameException {
        boolean process =
                markers.process() == SEQUENTIAL || markers.process() == EXTENDED || markers.process() == PROGRESSIVE;
        if (!process || markers.precision() != 8) {
            throw new FrameException.CodecUnavailable(
                    "JPEG process " + markers.process() + " of " + markers.precision() + " bits");
        }
        boolean sameSize = markers.rows() == format.rows() && markers.columns() == format.columns();
        if (!sameSize || markers.components() != format.samples() && markers.components() != 1) {
            throw new FrameException.MalformedFrame("JPEG and attributes tell different sizes");
        }
    }

    /** The codestream tells its colours better than the attribute, which many writers do not keep up. */
    private static String photometric(PixelFormat format, JpegMarkers markers) {
        if (format.samples() == 1) {
            return format.photometric();
        }
        if (markers.components() == 1) {
            return "RGB";
        }
        return switch (markers.colours()) {
            case RGB -> "RGB";
            case YBR -> "YBR_FULL";
            case UNTOLD -> format.isLuminanceChrominance() ? "YBR_FULL" : format.photometric();
        };
    }

    private static Raster raster(byte[] bytes) throws FrameException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return reader.readRaster(0, null);
        } catch (IOException | RuntimeException e) {
            // The decoder answers broken streams with several unchecked exceptions.
            throw new FrameException.MalformedFrame("the JPEG codestream is broken");
        } finally {
            reader.dispose();
        }
    }

    /** Some writers of colour images save a component where a frame is gray: it then stands for all three. */
    private static byte[] samples(PixelFormat format, Raster raster) throws FrameException {
        int bands = raster.getNumBands();
        boolean sameSize = raster.getWidth() == format.columns() && raster.getHeight() == format.rows();
        if (!sameSize || bands != format.samples() && bands != 1) {
            throw new FrameException.MalformedFrame("JPEG and attributes tell different sizes");
        }
        int repeated = format.samples() / bands;
        byte[] samples = new byte[format.pixels() * format.samples()];
        int[] line = new int[format.columns() * bands];
        int to = 0;
        for (int y = 0; y < format.rows(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, format.columns(), 1, line);
            for (int sample : line) {
                for (int i = 0; i < repeated; i++) {
                    samples[to++] = (byte) sample;
                }
            }
        }
        return samples;
    }
}
