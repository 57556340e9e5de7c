package org.aegle.dicom.image;

import static org.aegle.dicom.image.SyntheticImage.bytes;
import static org.aegle.dicom.image.SyntheticImage.palette;
import static org.aegle.dicom.image.SyntheticImage.words;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest {
    private static final int[] DESCRIPTORS = {
        Tag.RedPaletteColorLookupTableDescriptor,
        Tag.GreenPaletteColorLookupTableDescriptor,
        Tag.BluePaletteColorLookupTableDescriptor
    };

    private static final int[] TABLES = {
        Tag.RedPaletteColorLookupTableData, Tag.GreenPaletteColorLookupTableData, Tag.BluePaletteColorLookupTableData
    };

    /** The same image with three tables of the same length. */
    static SyntheticImage with(SyntheticImage image, VR vr, int count, int first, int bits, byte[]... tables) {
        for (int i = 0; i < 3; i++) {
            image.attributes().setInt(DESCRIPTORS[i], vr, count, first, bits);
            image.with(TABLES[i], VR.OW, tables[i]);
        }
        return image;
    }

    @Test
    void entriesOfEightBitsShouldLieInBytesOrWords() throws FrameException {
        int[] expected = {1, 3, 5, 2, 4, 6};
        byte[][] narrow = {bytes(1, 2), bytes(3, 4), bytes(5, 6)};
        byte[][] wide = {words(1, 2), words(3, 4), words(5, 6)};
        assertArrayEquals(
                expected, with(palette(2, 8, 0, 1), VR.US, 2, 0, 8, narrow).shown());
        assertArrayEquals(
                expected, with(palette(2, 8, 0, 1), VR.US, 2, 0, 8, wide).shown());
        assertArrayEquals(
                expected, with(palette(2, 8, 0, 1), VR.US, 2, 0, 16, wide).shown());
    }

    @Test
    void firstValueMappedShouldBeSignedAsTheSamplesAre() throws FrameException {
        byte[] table = words(0x1000, 0x2000, 0x3000);
        SyntheticImage image = palette(5, 16, 0xFFFD, 0xFFFE, 0xFFFF, 0, 1).signed();
        int[] expected = {0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x20, 0x20, 0x20, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30};
        assertArrayEquals(
                expected, with(image, VR.SS, 3, -2, 16, table, table, table).shown());
    }

    @Test
    void zeroEntriesShouldBe65536() throws FrameException {
        int[] ramp = new int[1 << 16];
        Arrays.setAll(ramp, i -> i);
        byte[] up = words(ramp);
        Arrays.setAll(ramp, i -> 0xFFFF - i);
        SyntheticImage image = palette(3, 16, 0, 0x8000, 0xFFFF);
        assertArrayEquals(
                new int[] {0, 0xFF, 0, 0x80, 0x7F, 0x80, 0xFF, 0, 0xFF},
                with(image, VR.US, 0, 0, 16, up, words(ramp), up).shown());
    }

    /** Discrete 0, linear to 0xFF00 in 5 steps, and both segments again by reference. PS3.3 C.7.9.2. */
    @Test
    void segmentsShouldBeExpandedAndReferredTo() throws FrameException {
        byte[] segments = words(0, 1, 0, 1, 5, 0xFF00, 2, 2, 0, 0);
        SyntheticImage image = palette(12, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        for (int i = 0; i < 3; i++) {
            image.attributes().setInt(DESCRIPTORS[i], VR.US, 12, 0, 16);
        }
        image.with(Tag.SegmentedRedPaletteColorLookupTableData, VR.OW, segments)
                .with(Tag.SegmentedGreenPaletteColorLookupTableData, VR.OW, segments)
                .with(Tag.SegmentedBluePaletteColorLookupTableData, VR.OW, segments);
        int[] once = {0, 51, 102, 153, 204, 255};
        int[] expected = new int[36];
        Arrays.setAll(expected, i -> once[i / 3 % 6]);
        assertArrayEquals(expected, image.shown());
    }

    /** PS3.3 C.7.6.3.1.5: what is below the first value mapped is gray, what is above the last its colour. */
    @ParameterizedTest
    @CsvSource({"COLOR, true", "MIXED, true", "MONOCHROME, false", "TRUE_COLOR, false"})
    void supplementalPalettesShouldColourTheUpperValues(String presentation, boolean coloured) throws FrameException {
        SyntheticImage image = SyntheticImage.gray(4, 16, 0, 1000, 1024, 1030)
                .window("500", "1000", "LINEAR_EXACT")
                .with(Tag.PixelPresentation, VR.CS, presentation);
        with(image, VR.US, 2, 1024, 16, words(0xA000, 0xB000), words(0xC000, 0xD000), words(0xE000, 0xF000));
        int[] colours = {0, 0, 0, 255, 255, 255, 0xA0, 0xC0, 0xE0, 0xB0, 0xD0, 0xF0};
        assertArrayEquals(coloured ? colours : new int[] {0, 255, 255, 255}, image.shown());
    }

    @Test
    void framesOfAMixedImageShouldTellWhetherTheyAreColoured() throws FrameException {
        SyntheticImage image = SyntheticImage.gray(1, 16, 1024).with(Tag.PixelPresentation, VR.CS, "MIXED");
        with(image, VR.US, 2, 1024, 16, words(0xA000, 0), words(0xC000, 0), words(0xE000, 0));
        for (String presentation : new String[] {"COLOR", "MONOCHROME"}) {
            image.withItem(
                    Tag.PerFrameFunctionalGroupsSequence, frame -> frame.newSequence(Tag.CTImageFrameTypeSequence, 1)
                            .newItem()
                            .setString(Tag.PixelPresentation, VR.CS, presentation));
        }
        assertArrayEquals(new int[] {0xA0, 0xC0, 0xE0}, image.shown());
        assertArrayEquals(new int[] {255}, image.shown(RenderRequest.DEFAULT.withFrameNumber(2)));
    }
}
