package org.aegle.dicom.image.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.aegle.dicom.image.RenderedFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureWritersTest {
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final byte[] GRAY =
            ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

    /** A ramp with a bright line across it. */
    private static BufferedImage picture(int type) {
        BufferedImage picture = new BufferedImage(64, 48, type);
        WritableRaster raster = picture.getRaster();
        int white = type == BufferedImage.TYPE_USHORT_GRAY ? 65535 : 255;
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    raster.setSample(x, y, band, x == 20 ? white : white * (x + y + 10 * band) / 150);
                }
            }
        }
        return picture;
    }

    private static byte[] png(BufferedImage picture, byte[] profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngWriter().write(new RenderedFrame(picture, profile), out);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage picture, byte[] profile, int quality) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JpegWriter().write(new RenderedFrame(picture, profile), quality, out);
        return out.toByteArray();
    }

    private static int[] samples(BufferedImage picture) {
        return picture.getRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null);
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** Where bytes stand in a file, -1 where they do not. */
    private static int indexOf(byte[] file, byte... wanted) {
        for (int at = 0; at + wanted.length <= file.length; at++) {
            if (Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_INT_RGB})
    void pngShouldKeepEverySample(int type) throws IOException {
        BufferedImage picture = picture(type);
        for (byte[] profile : new byte[][] {{}, SRGB, GRAY}) {
            BufferedImage read = read(png(picture, profile));
            assertEquals(picture.getRaster().getNumBands(), read.getRaster().getNumBands());
            assertArrayEquals(samples(picture), samples(read));
        }
    }

    @Test
    void pngShouldCarryTheProfileOfItsColours() throws IOException {
        byte[] file = png(picture(BufferedImage.TYPE_INT_RGB), SRGB);
        int chunk = indexOf(file, "iCCPDICOM\0\0".getBytes());
        assertEquals(8 + 25 + 4, chunk);
        InflaterInputStream profile =
                new InflaterInputStream(new ByteArrayInputStream(file, chunk + 11, file.length - chunk - 11));
        assertArrayEquals(SRGB, profile.readNBytes(SRGB.length));
        assertEquals(-1, indexOf(png(picture(BufferedImage.TYPE_BYTE_GRAY), SRGB), "iCCP".getBytes()));
        assertTrue(indexOf(png(picture(BufferedImage.TYPE_BYTE_GRAY), GRAY), "iCCP".getBytes()) > 0);
    }

    @Test
    void grayShouldStayGrayInJpeg() throws IOException {
        BufferedImage read = read(jpeg(picture(BufferedImage.TYPE_BYTE_GRAY), new byte[0], 95));
        assertEquals(1, read.getRaster().getNumBands());
        assertEquals(samples(picture(BufferedImage.TYPE_BYTE_GRAY))[20 * 64 + 5], samples(read)[20 * 64 + 5], 6);
        int[] deep = samples(read(jpeg(picture(BufferedImage.TYPE_USHORT_GRAY), new byte[0], 95)));
        assertEquals(samples(read).length, deep.length);
        assertEquals(samples(read)[20 * 64 + 5], deep[20 * 64 + 5], 2);
    }

    @Test
    void coloursShouldComeBackFromJpeg() throws IOException {
        int[] source = samples(picture(BufferedImage.TYPE_INT_RGB));
        int[] read = samples(read(jpeg(picture(BufferedImage.TYPE_INT_RGB), SRGB, 100)));
        for (int i = 0; i < source.length; i++) {
            assertEquals(source[i], read[i], 4);
        }
    }

    /** Frame header, three components of which the first tells the sampling: 11 is none, 22 halves the others. */
    @Test
    void chrominanceShouldBeSubsampledBelowQuality90Only() throws IOException {
        byte[] fine = jpeg(picture(BufferedImage.TYPE_INT_RGB), new byte[0], 90);
        byte[] coarse = jpeg(picture(BufferedImage.TYPE_INT_RGB), new byte[0], 89);
        assertEquals(0x11, fine[indexOf(fine, (byte) 0xFF, (byte) 0xC0) + 11]);
        assertEquals(0x22, coarse[indexOf(coarse, (byte) 0xFF, (byte) 0xC0) + 11]);
        assertEquals(6, indexOf(fine, "JFIF\0".getBytes()));
    }

    @Test
    void lowerQualityShouldBeSmaller() throws IOException {
        BufferedImage picture = picture(BufferedImage.TYPE_INT_RGB);
        int best = jpeg(picture, new byte[0], 100).length;
        int middle = jpeg(picture, new byte[0], 60).length;
        int worst = jpeg(picture, new byte[0], 1).length;
        assertTrue(best > middle && middle > worst, best + ", " + middle + ", " + worst);
        assertThrows(IllegalArgumentException.class, () -> jpeg(picture, new byte[0], 0));
        assertThrows(IllegalArgumentException.class, () -> jpeg(picture, new byte[0], 101));
    }

    @Test
    void longProfilesShouldBeSplitInJpeg() throws IOException {
        byte[] profile = Arrays.copyOf(SRGB, 150_000);
        Arrays.fill(profile, SRGB.length, profile.length, (byte) 7);
        byte[] file = jpeg(picture(BufferedImage.TYPE_INT_RGB), profile, 80);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int at = 20;
        for (int part = 1; part <= 3; part++) {
            assertEquals(0xFFE2, (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF);
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            assertArrayEquals("ICC_PROFILE\0".getBytes(), Arrays.copyOfRange(file, at + 4, at + 16));
            assertEquals(part, file[at + 16]);
            assertEquals(3, file[at + 17]);
            joined.write(file, at + 18, length - 16);
            at += 2 + length;
        }
        assertArrayEquals(profile, joined.toByteArray());
        assertEquals(64, read(file).getWidth());
    }
}
