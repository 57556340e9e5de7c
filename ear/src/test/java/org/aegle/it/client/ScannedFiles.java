package org.aegle.it.client;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files as scanners, cameras and programs make them. */
public final class ScannedFiles {
    private ScannedFiles() {}

    /** A photograph of a phone that was held sideways (EXIF orientation 6), with its place: red left, blue right. */
    public static byte[] photograph(int width, int height) {
        byte[] jpeg = file("jpg", picture(width, height));
        byte[] exif = ByteBuffer.allocate(70)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0)
                .put("GPS 47.1234 N 8.5678 E".getBytes(StandardCharsets.US_ASCII))
                .array();
        return ByteBuffer.allocate(jpeg.length + exif.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    public static byte[] jpeg(int width, int height) {
        return file("jpg", picture(width, height));
    }

    /** Grays of sixteen bits. */
    public static byte[] png(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.getRaster().setSample(x, y, 0, 300 * x + y);
            }
        }
        return file("png", picture);
    }

    /** Two pages, the first one of single bits. */
    public static byte[] tiff(int width, int height) {
        BufferedImage fax = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        fax.createGraphics().fillRect(0, 0, width / 2, height);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(fax, null, null), null);
            writer.writeToSequence(new IIOImage(picture(height, width), null, null), null);
            writer.endWriteSequence();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** One empty page. */
    public static byte[] pdf() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
        };
        StringBuilder table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int at = pdf.length();
        pdf.append(table).append("trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n").append(at);
        return pdf.append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The same, for those who know a word. */
    public static byte[] encryptedPdf() {
        String pdf = new String(pdf(), StandardCharsets.US_ASCII);
        return pdf.replace("/Root 1 0 R", "/Encrypt 9 0 R/Root 1 0 R").getBytes(StandardCharsets.US_ASCII);
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return picture;
    }

    private static byte[] file(String format, BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
