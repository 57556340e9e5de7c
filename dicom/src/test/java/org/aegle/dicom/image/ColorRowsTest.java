package org.aegle.dicom.image;

import static org.aegle.dicom.image.SyntheticImage.colour;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorRowsTest {
    /** By hand: the inverse of the equations of PS3.3 C.7.6.3.1.2, rounded. */
    @ParameterizedTest
    @CsvSource({
        "YBR_FULL, 0, 128, 128, 0, 0, 0",
        "YBR_FULL, 255, 128, 128, 255, 255, 255",
        "YBR_FULL, 100, 128, 128, 100, 100, 100",
        "YBR_FULL, 76, 85, 255, 254, 0, 0",
        "YBR_FULL, 150, 44, 21, 0, 255, 1",
        "YBR_FULL, 29, 255, 107, 0, 0, 254",
        "YBR_ICT, 76, 85, 255, 254, 0, 0",
        "YBR_PARTIAL_420, 16, 128, 128, 0, 0, 0",
        "YBR_PARTIAL_420, 235, 128, 128, 255, 255, 255",
        "YBR_PARTIAL_420, 82, 90, 240, 255, 1, 0",
        "YBR_PARTIAL_420, 0, 128, 128, 0, 0, 0",
        "YBR_PARTIAL_420, 255, 128, 128, 255, 255, 255"
    })
    void luminanceAndChrominanceShouldBecomeColours(
            String photometric, int y, int cb, int cr, int red, int green, int blue) throws FrameException {
        assertArrayEquals(
                new int[] {red, green, blue},
                colour(1, photometric, 8, y, cb, cr).shown());
    }

    /** There and back by the equations of the standard, a level or so is lost by the rounding in between. */
    @Test
    void colourShouldSurviveThereAndBack() {
        for (LuminanceChrominance equations : LuminanceChrominance.values()) {
            double scale = equations == LuminanceChrominance.FULL ? 1 : 219.0 / 255;
            int offset = equations == LuminanceChrominance.FULL ? 0 : 16;
            double chroma = equations == LuminanceChrominance.FULL ? 1 : 224.0 / 255;
            for (int rgb = 0; rgb < 1 << 24; rgb += 4099) {
                int red = rgb >> 16;
                int green = rgb >> 8 & 0xFF;
                int blue = rgb & 0xFF;
                double y = 0.299 * red + 0.587 * green + 0.114 * blue;
                int[] samples = {
                    (int) Math.round(y * scale + offset),
                    (int) Math.round(Math.min(255, (blue - y) / 1.772 * chroma + 128)),
                    (int) Math.round(Math.min(255, (red - y) / 1.402 * chroma + 128))
                };
                equations.toRgb(samples);
                assertEquals(red, samples[0], 2);
                assertEquals(green, samples[1], 2);
                assertEquals(blue, samples[2], 2);
            }
        }
    }

    @Test
    void partialRangeShouldBeKeptWhenChrominanceIsSpread() throws FrameException {
        var image = colour(2, "YBR_PARTIAL_422", 8, 0, 0, 0, 0, 0, 0).attributes();
        byte[] pair = SyntheticImage.bytes(235, 16, 128, 128);
        var picture = new FrameRenderer()
                .render(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, pair, RenderRequest.DEFAULT)
                .picture();
        assertEquals(0xFFFFFFFF, picture.getRGB(0, 0));
        assertEquals(0xFF000000, picture.getRGB(1, 0));
    }

    @Test
    void deepColoursShouldShowTheirUpperBits() throws FrameException {
        assertArrayEquals(
                new int[] {0xFF, 0x12, 0},
                colour(1, "RGB", 16, 0xFFFF, 0x12FF, 0xFF).shown());
        assertArrayEquals(
                new int[] {0xFF, 0x80, 0},
                colour(1, "RGB", 12, 0xFFF, 0x80F, 0xF).shown());
        assertArrayEquals(new int[] {255, 119, 0}, colour(1, "RGB", 4, 15, 7, 0).shown());
    }

    @Test
    void planesShouldBeJoined() throws FrameException {
        SyntheticImage image = colour(2, "RGB", 16, 0x100, 0x400, 0x200, 0x500, 0x300, 0x600)
                .with(Tag.PlanarConfiguration, VR.US, "1");
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, image.shown());
    }
}
