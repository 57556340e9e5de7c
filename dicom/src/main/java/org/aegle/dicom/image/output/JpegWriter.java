package org.aegle.dicom.image.output;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.aegle.dicom.image.RenderedFrame;

/**
 * Writes pictures as baseline JPEG with a JFIF header: gray as one component, colours as luminance and chrominance, which
 * from quality 90 on are not subsampled. Thread safe. ITU-T T.81, T.871.
 */
public final class JpegWriter {
    private static final int FULL_CHROMINANCE = 90;

    /**
     * Writes a picture; its ICC profile too where it is one for such colours. Grays of 16 bits lose their lower eight.
     *
     * @param quality 1 for the smallest file to 100 for the best picture
     * @throws IllegalArgumentException for another quality
     * @throws IOException when the stream does not take it
     */
    public void write(RenderedFrame frame, int quality, OutputStream out) throws IOException {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality " + quality);
        }
        BufferedImage picture = EightBits.of(frame.picture());
        byte[] jpeg = encode(picture, quality);
        if (ProfileSpace.fits(frame.iccProfile(), picture)) {
            JpegProfile.insert(jpeg, frame.iccProfile(), out);
        } else {
            out.write(jpeg);
        }
    }

    private static byte[] encode(BufferedImage picture, int quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), param);
            if (quality >= FULL_CHROMINANCE && picture.getRaster().getNumBands() > 1) {
                FullChrominance.request(metadata);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, metadata), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
