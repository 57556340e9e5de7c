package org.aegle.imaging.digitising;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files as scanners and cameras make them. */
final class Scans {
    private Scans() {}

    /** Left half red, right half blue, the upper left corner white. */
    static BufferedImage picture(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        paint(picture);
        return picture;
    }

    static BufferedImage palette(int width, int height) {
        byte[] red = {(byte) 255, 0, (byte) 255, 0};
        byte[] green = {0, 0, (byte) 255, 0};
        byte[] blue = {0, (byte) 255, (byte) 255, 0};
        BufferedImage picture = new BufferedImage(
                width, height, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(2, 4, red, green, blue));
        paint(picture);
        return picture;
    }

    private static void paint(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        int width = picture.getWidth();
        int height = picture.getHeight();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
    }

    /** Grays of sixteen bits: 257 times the column, plus the row. */
    static BufferedImage deep(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.getRaster().setSample(x, y, 0, 257 * x + y);
            }
        }
        return picture;
    }

    static byte[] file(String format, BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] tiff(String compression, List<BufferedImage> pages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(compression);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), how);
            }
            writer.endWriteSequence();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * A TIFF of two rows and two columns in one strip without compression.
     *
     * @param photometric PhotometricInterpretation: 0 white is zero, 1 black is zero, 2 RGB, 5 for the press
     */
    static byte[] raw(int photometric, int bits, int samples, byte[] strip) {
        int entries = 10;
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + entries * 12 + 4 + 8 + strip.length);
        int behind = 8 + 2 + entries * 12 + 4;
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) entries);
        entry(tiff, 256, 2);
        entry(tiff, 257, 2);
        if (samples <= 2) {
            entry(tiff, 258, bits);
        } else {
            tiff.putShort((short) 258).putShort((short) 3).putInt(samples).putInt(behind);
        }
        entry(tiff, 259, 1);
        entry(tiff, 262, photometric);
        tiff.putShort((short) 273).putShort((short) 4).putInt(1).putInt(behind + 8);
        entry(tiff, 277, samples);
        entry(tiff, 278, 2);
        tiff.putShort((short) 279).putShort((short) 4).putInt(1).putInt(strip.length);
        entry(tiff, 284, 1);
        tiff.putInt(0);
        for (int i = 0; i < 4; i++) {
            tiff.putShort((short) bits);
        }
        return tiff.put(strip).array();
    }

    private static void entry(ByteBuffer tiff, int tag, int value) {
        tiff.putShort((short) tag)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0);
    }

    static byte[] progressive(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(picture, null, null), how);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A JPEG as a phone makes it: with EXIF of its make, where it was and how it was held, and a second picture behind. */
    static byte[] photograph(BufferedImage picture, int orientation) {
        byte[] jpeg = file("jpg", picture);
        byte[] exif = segment(0xE1, "Exif\0\0", exif(orientation));
        byte[] comment = segment(0xFE, "taken by Dr Secret", new byte[0]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif);
        out.writeBytes(comment);
        out.write(jpeg, 2, jpeg.length - 2);
        out.writeBytes("MOTION GPS 47.0 trailer".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(120);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        tiff.putShort((short) 271).putShort((short) 2).putInt(12).putInt(60);
        tiff.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(80);
        tiff.putInt(0);
        tiff.position(60);
        tiff.put("PhoneMaker\0\0".getBytes(StandardCharsets.US_ASCII));
        tiff.position(80);
        tiff.put("GPS 47.1234 N 8.5678 E".getBytes(StandardCharsets.US_ASCII));
        return tiff.array();
    }

    private static byte[] segment(int marker, String start, byte[] rest) {
        byte[] lead = start.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(4 + lead.length + rest.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (2 + lead.length + rest.length))
                .put(lead)
                .put(rest)
                .array();
    }

    /** The same with a resolution in its JFIF segment, which must be there. */
    static byte[] dense(byte[] jpeg, int perInch) {
        byte[] changed = jpeg.clone();
        changed[13] = 1;
        ByteBuffer.wrap(changed, 14, 4).putShort((short) perInch).putShort((short) perInch);
        return changed;
    }

    /** A PNG of which only the header is large: sides of 40,000 pixels in a hundred bytes. */
    static byte[] bomb() {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(40_000).putInt(40_000);
        header.put(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.writeBytes(chunk("IHDR", header.array()));
        png.writeBytes(chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** The same PNG with another chunk behind its header. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        int behindHeader = 8 + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, behindHeader);
        out.writeBytes(chunk(type, content));
        out.write(png, behindHeader, png.length - behindHeader);
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 sum = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        sum.update(name);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }
}
