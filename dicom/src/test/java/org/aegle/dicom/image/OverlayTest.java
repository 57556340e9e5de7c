package org.aegle.dicom.image;

import static org.aegle.dicom.image.SyntheticImage.bytes;
import static org.aegle.dicom.image.SyntheticImage.gray;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
    private static final int SECOND = 0x20000;
    private static final RenderRequest BURNED = RenderRequest.DEFAULT.withOverlays(true);

    /** The same image with a plane in a group 60xx. */
    static SyntheticImage plane(
            SyntheticImage image, int group, int rows, int columns, int top, int left, String type, byte[] bits) {
        image.attributes().setInt(Tag.OverlayOrigin + group, VR.SS, top, left);
        return image.with(Tag.OverlayRows + group, VR.US, String.valueOf(rows))
                .with(Tag.OverlayColumns + group, VR.US, String.valueOf(columns))
                .with(Tag.OverlayType + group, VR.CS, type)
                .with(Tag.OverlayBitsAllocated + group, VR.US, "1")
                .with(Tag.OverlayBitPosition + group, VR.US, "0")
                .with(Tag.OverlayData + group, VR.OW, bits);
    }

    private static SyntheticImage black(int columns, int rows) {
        return gray(columns, 8, new int[columns * rows]);
    }

    @Test
    void overlaysShouldBeDrawnOnRequestOnly() throws FrameException {
        // A row of three, first bit lowest: 1 0 1, then 0 1 0.
        SyntheticImage image = plane(black(3, 2), 0, 2, 3, 1, 1, "G", bytes(0b010_101, 0));
        assertArrayEquals(new int[6], image.shown());
        assertArrayEquals(new int[] {255, 0, 255, 0, 255, 0}, image.shown(BURNED));
    }

    @Test
    void allPlanesShouldBeDrawn() throws FrameException {
        SyntheticImage image = black(3, 1);
        plane(image, 0, 1, 3, 1, 1, "G", bytes(1, 0));
        plane(image, 15 * SECOND, 1, 3, 1, 1, "G", bytes(4, 0));
        assertArrayEquals(new int[] {255, 0, 255}, image.shown(BURNED));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 4", "0, 0, 0", "3, 3, 8", "-1, -1, -1", "100, 100, -1", "-32768, 32767, -1"})
    void planesMayReachBeyondTheImage(int top, int left, int corner) throws FrameException {
        // Of a plane of two by two only the upper left point, or for an origin of 0 the lower right one, lies inside.
        byte[] bits = corner == 0 ? bytes(8, 0) : bytes(1, 0);
        SyntheticImage image = plane(black(3, 3), 0, 2, 2, top, left, "G", bits);
        int[] expected = new int[9];
        if (corner >= 0) {
            expected[corner] = 255;
        }
        assertArrayEquals(expected, image.shown(BURNED));
    }

    @Test
    void framesOfAnOverlayShouldBelongToThoseOfTheImage() throws FrameException {
        // Frames of three points follow each other without a gap: 100, 010; the first for frame 2 of the image.
        SyntheticImage image = plane(black(3, 1), 0, 1, 3, 1, 1, "G", bytes(0b010_001, 0))
                .with(Tag.NumberOfFramesInOverlay, VR.IS, "2")
                .with(Tag.ImageFrameOrigin, VR.US, "2");
        int[][] expected = {{0, 0, 0}, {255, 0, 0}, {0, 255, 0}, {0, 0, 0}};
        for (int number = 1; number <= 4; number++) {
            assertArrayEquals(expected[number - 1], image.shown(BURNED.withFrameNumber(number)), "frame " + number);
        }
    }

    @Test
    void regionsOfInterestShouldBeOutlined() throws FrameException {
        SyntheticImage image = plane(black(4, 4), 0, 4, 4, 1, 1, "R", bytes(0xFF, 0xFF));
        int[] expected = new int[16];
        Arrays.fill(expected, 255);
        for (int inside : new int[] {5, 6, 9, 10}) {
            expected[inside] = 0;
        }
        assertArrayEquals(expected, image.shown(BURNED));
    }

    @Test
    void bitsBesideTheSamplesShouldBeOverlaysAndNoValues() throws FrameException {
        SyntheticImage image = gray(4, 12, 0x8000, 0x0FFF, 0x1000, 0x8FFF)
                .window("2048", "4096", "LINEAR")
                .with(Tag.OverlayRows, VR.US, "1")
                .with(Tag.OverlayColumns, VR.US, "4")
                .with(Tag.OverlayType, VR.CS, "G")
                .with(Tag.OverlayBitsAllocated, VR.US, "16")
                .with(Tag.OverlayBitPosition, VR.US, "15");
        assertArrayEquals(new int[] {0, 255, 0, 255}, image.shown());
        assertArrayEquals(new int[] {255, 255, 0, 255}, image.shown(BURNED));
        image.with(Tag.OverlayBitPosition, VR.US, "3");
        assertArrayEquals(new int[] {0, 255, 0, 255}, image.shown(BURNED));
    }

    @Test
    void planesThatAreCutOffShouldBeLeftOut() throws FrameException {
        SyntheticImage image = plane(black(8, 8), 0, 8, 8, 1, 1, "G", bytes(0xFF, 0xFF));
        assertArrayEquals(new int[64], image.shown(BURNED));
    }

    @Test
    void coloursShouldGetOverlaysToo() throws FrameException {
        SyntheticImage image = plane(SyntheticImage.colour(2, "RGB", 8, new int[6]), 0, 1, 2, 1, 1, "G", bytes(2, 0));
        assertArrayEquals(new int[] {0, 0, 0, 255, 255, 255}, image.shown(BURNED));
    }
}
