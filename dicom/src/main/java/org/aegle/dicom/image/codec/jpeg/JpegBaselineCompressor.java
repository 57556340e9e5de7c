package org.aegle.dicom.image.codec.jpeg;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.FrameCompressor;

/**
 * JPEG Baseline of gray and red, green and blue of eight bits; chrominance has half the columns. Thread safe. PS3.5
 * 8.2.1, ITU-T T.81 process 1.
 */
public final class JpegBaselineCompressor implements FrameCompressor {
    private static final float QUALITY = 0.9f;
    private static final String METADATA = "javax_imageio_jpeg_image_1.0";

    @Override
    public EncodedFrame encode(Frame frame) throws FrameException {
        PixelFormat format = frame.format();
        boolean colour = format.samples() == 3 && format.photometric().equals("RGB");
        boolean bytes = format.bitsAllocated() == Byte.SIZE && !format.signed();
        if (!bytes || !colour && format.samples() != 1) {
            throw new CodecUnavailable(
                    "JPEG Baseline of " + format.photometric() + " of " + format.bitsStored() + " bits");
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytesOut = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytesOut)) {
            writer.setOutput(out);
            BufferedImage image = colour ? colours(frame) : grays(frame);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
            if (colour) {
                keepRows(metadata);
            }
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return new EncodedFrame(bytesOut.toByteArray(), colour ? "YBR_FULL_422" : format.photometric(), true);
    }

    /** The writer would halve the rows of chrominance too, for which there is no Photometric Interpretation. */
    private static void keepRows(IIOMetadata metadata) throws IIOInvalidTreeException {
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(METADATA);
        IIOMetadataNode luminance =
                (IIOMetadataNode) tree.getElementsByTagName("componentSpec").item(0);
        luminance.setAttribute("VsamplingFactor", "1");
        metadata.setFromTree(METADATA, tree);
    }

    private static BufferedImage grays(Frame frame) {
        PixelFormat format = frame.format();
        BufferedImage image = new BufferedImage(format.columns(), format.rows(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, format.columns(), format.rows(), frame.samples());
        return image;
    }

    private static BufferedImage colours(Frame frame) {
        PixelFormat format = frame.format();
        BufferedImage image = new BufferedImage(format.columns(), format.rows(), BufferedImage.TYPE_INT_RGB);
        int[] line = new int[format.columns()];
        byte[] samples = frame.samples();
        int at = 0;
        for (int y = 0; y < format.rows(); y++) {
            for (int x = 0; x < line.length; x++, at += 3) {
                line[x] = (samples[at] & 0xFF) << 16 | (samples[at + 1] & 0xFF) << 8 | samples[at + 2] & 0xFF;
            }
            image.setRGB(0, y, line.length, 1, line, 0, line.length);
        }
        return image;
    }
}
