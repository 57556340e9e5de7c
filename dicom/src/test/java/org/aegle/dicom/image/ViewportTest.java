package org.aegle.dicom.image;

import static org.aegle.dicom.image.SyntheticImage.gray;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewportTest {
    private static final Window PLAIN = new Window(128, 256, VoiFunction.LINEAR);

    private static RenderRequest request(Viewport viewport) {
        return RenderRequest.DEFAULT.withWindowing(PLAIN).withViewport(viewport);
    }

    /** Two rows of four: 0 20 40 60, 80 100 120 140. */
    private static SyntheticImage image() {
        return gray(4, 8, 0, 20, 40, 60, 80, 100, 120, 140);
    }

    @ParameterizedTest
    @CsvSource({"400, 400, 400, 200", "8, 100, 8, 4", "2, 2, 2, 1", "100, 2, 4, 2", "1, 1, 1, 1", "3, 50, 3, 2"})
    void picturesShouldFillTheirSpaceInOneDirection(int width, int height, int across, int down) throws FrameException {
        BufferedImage picture =
                image().render(request(Viewport.of(width, height))).picture();
        assertEquals(across, picture.getWidth());
        assertEquals(down, picture.getHeight());
    }

    @ParameterizedTest
    @CsvSource({"0, 4, 2", "4, 4, 2", "500, 4, 2", "2, 2, 1"})
    void thumbnailsShouldNotBeMadeLarger(int side, int across, int down) throws FrameException {
        BufferedImage picture = image().render(request(Viewport.within(side))).picture();
        assertEquals(across, picture.getWidth());
        assertEquals(down, picture.getHeight());
    }

    /** Spacing of rows first, so that 2 to 1 is twice as high as wide; a ratio is vertical first too. */
    @ParameterizedTest
    @CsvSource({
        "PixelSpacing, 1, 0.5, 8, 8, 8, 8",
        "PixelSpacing, 0.5, 1, 8, 8, 8, 2",
        "ImagerPixelSpacing, 1, 0.5, 8, 8, 8, 8",
        "PixelAspectRatio, 2, 1, 8, 8, 8, 8",
        "PixelAspectRatio, 1, 2, 8, 8, 8, 2",
        "PixelAspectRatio, 1, 0, 8, 8, 8, 4",
        "PixelAspectRatio, 1, 1000, 8, 8, 8, 4"
    })
    void pixelsShouldHaveTheirShape(
            String keyword, String vertical, String horizontal, int width, int height, int across, int down)
            throws FrameException {
        int tag =
                switch (keyword) {
                    case "PixelSpacing" -> Tag.PixelSpacing;
                    case "ImagerPixelSpacing" -> Tag.ImagerPixelSpacing;
                    default -> Tag.PixelAspectRatio;
                };
        SyntheticImage image = image().with(tag, VR.DS, vertical, horizontal);
        BufferedImage picture =
                image.render(request(Viewport.of(width, height))).picture();
        assertEquals(across, picture.getWidth());
        assertEquals(down, picture.getHeight());
        assertEquals(4, image.render(request(Viewport.OWN_SIZE)).picture().getWidth());
    }

    @Test
    void regionsShouldBeCutOut() throws FrameException {
        Viewport part = Viewport.OWN_SIZE.withRegion(new SourceRegion(1, 0, 2, 2));
        assertArrayEquals(new int[] {20, 40, 100, 120}, image().shown(request(part)));
        Viewport rest = Viewport.OWN_SIZE.withRegion(new SourceRegion(2, 1, 0, 0));
        assertArrayEquals(new int[] {120, 140}, image().shown(request(rest)));
        Viewport beyond = Viewport.OWN_SIZE.withRegion(new SourceRegion(3, 1, 100, 100));
        assertArrayEquals(new int[] {140}, image().shown(request(beyond)));
    }

    @Test
    void regionsMayBeginWithinAPixel() throws FrameException {
        Viewport half = Viewport.OWN_SIZE.withRegion(new SourceRegion(0.5, 0, 2, 1));
        assertArrayEquals(new int[] {10, 30}, image().shown(request(half)));
    }

    @Test
    void negativeExtentsShouldFlip() throws FrameException {
        Viewport across = Viewport.parse("4,2,,,-4,");
        assertArrayEquals(new int[] {60, 40, 20, 0, 140, 120, 100, 80}, image().shown(request(across)));
        Viewport down = Viewport.parse("4,2,,,,-2");
        assertArrayEquals(new int[] {80, 100, 120, 140, 0, 20, 40, 60}, image().shown(request(down)));
        Viewport both = Viewport.parse("2,1,1,0,-2,-1");
        assertArrayEquals(new int[] {40, 20}, image().shown(request(both)));
    }

    @Test
    void parametersShouldTellSpaceAndRegion() {
        assertEquals(Viewport.of(512, 256), Viewport.parse("512,256"));
        assertEquals(
                Viewport.of(512, 256).withRegion(new SourceRegion(1.5, 2, -30, 40)),
                Viewport.parse("512,256,1.5,2,-30,40"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "512",
                "512,",
                "a,b",
                "0,5",
                "-1,5",
                "99999,5",
                "1,2,3",
                "1,2,3,4,5,6,7",
                "1,2,-3,4,5,6",
                "1,2,,,0,",
                "1,2,,,NaN,",
                "1,2,NaN,,,"
            })
    void otherParametersShouldBeRefused(String parameter) {
        assertThrows(IllegalArgumentException.class, () -> Viewport.parse(parameter));
    }

    @Test
    void regionsOutsideOfTheImageShouldBeRefused() {
        Viewport outside = Viewport.of(10, 10).withRegion(new SourceRegion(4, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> image().shown(request(outside)));
    }

    @Test
    void windowsOfTheWholeRangeShouldBeThoseOfTheWholeFrame() throws FrameException {
        Viewport part = Viewport.OWN_SIZE.withRegion(new SourceRegion(1, 0, 1, 1));
        assertArrayEquals(new int[] {36}, image().shown(RenderRequest.DEFAULT.withViewport(part)));
    }
}
