package org.aegle.dicom.image;

import static org.aegle.dicom.image.SyntheticImage.gray;
import static org.aegle.dicom.image.SyntheticImage.table;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrayPipelineTest {
    private static RenderRequest windowing(Windowing windowing) {
        return RenderRequest.DEFAULT.withWindowing(windowing);
    }

    private static SyntheticImage twoWindows() {
        return gray(3, 8, 0, 100, 200)
                .with(Tag.WindowCenter, VR.DS, "50", "150")
                .with(Tag.WindowWidth, VR.DS, "1", "1")
                .with(Tag.WindowCenterWidthExplanation, VR.LO, "LUNG", "BONE");
    }

    @Test
    void anyWindowOfTheImageShouldBeChosen() throws FrameException {
        assertArrayEquals(new int[] {0, 255, 255}, twoWindows().shown());
        assertArrayEquals(new int[] {0, 0, 255}, twoWindows().shown(windowing(new Windowing.Stored(2))));
        assertArrayEquals(new int[] {0, 0, 255}, twoWindows().shown(windowing(new Windowing.Explained("BONE"))));
    }

    @Test
    void windowsShouldBeListedWithTheirExplanation() {
        Window lung = new Window(50, 1, VoiFunction.LINEAR);
        Window bone = new Window(150, 1, VoiFunction.LINEAR);
        assertEquals(
                List.of(new StoredWindow(lung, "LUNG"), new StoredWindow(bone, "BONE")),
                StoredWindow.of(twoWindows().attributes(), 1));
        Attributes senseless = gray(1, 8, 0).window("5", "0", "LINEAR").attributes();
        assertEquals(List.of(), StoredWindow.of(senseless, 1));
    }

    @Test
    void windowsThatTheImageHasNotShouldBeRefused() {
        for (Windowing missing :
                List.of(new Windowing.Stored(3), new Windowing.Explained("BRAIN"), new Windowing.StoredTable(1))) {
            assertThrows(
                    IllegalArgumentException.class, () -> twoWindows().shown(windowing(missing)), missing.toString());
        }
    }

    @Test
    void windowsOfTheCallerShouldReplaceThoseOfTheImage() throws FrameException {
        Window window = new Window(100, 200, VoiFunction.LINEAR_EXACT);
        assertArrayEquals(new int[] {0, 128, 255}, twoWindows().shown(windowing(window)));
    }

    @Test
    void wholeRangeShouldReachFromTheLeastToTheGreatestValue() throws FrameException {
        assertArrayEquals(new int[] {0, 128, 255}, twoWindows().shown(windowing(new Windowing.WholeRange())));
        assertArrayEquals(new int[] {255, 255}, gray(2, 8, 7, 7).shown());
        assertArrayEquals(new int[] {0, 0}, gray(2, 8, 0, 0).shown());
    }

    @Test
    void voiTablesShouldMapValuesOfTheModality() throws FrameException {
        SyntheticImage image = gray(4, 12, 1000, 1023, 1024, 4095)
                .with(Tag.RescaleIntercept, VR.DS, "-1024")
                .with(Tag.RescaleSlope, VR.DS, "1")
                .withItem(Tag.VOILUTSequence, table(VR.US, 0xFFFF, 10, 1023, 0, 341));
        assertArrayEquals(new int[] {255, 255, 0, 85}, image.shown());
    }

    @Test
    void anyVoiTableOfTheImageShouldBeChosen() throws FrameException {
        SyntheticImage image = gray(2, 8, 0, 1)
                .withItem(Tag.VOILUTSequence, table(VR.US, 0, 8, 0, 255))
                .withItem(Tag.VOILUTSequence, item -> {
                    table(VR.US, 0, 8, 255, 0).accept(item);
                    item.setString(Tag.LUTExplanation, VR.LO, "INVERTED");
                });
        assertArrayEquals(new int[] {0, 255}, image.shown());
        assertArrayEquals(new int[] {255, 0}, image.shown(windowing(new Windowing.StoredTable(2))));
        assertArrayEquals(new int[] {255, 0}, image.shown(windowing(new Windowing.Explained("INVERTED"))));
    }

    @Test
    void modalityTablesShouldBeginAtASignedValue() throws FrameException {
        SyntheticImage image = gray(4, 12, 0xFFE, 0xFFF, 0, 1)
                .signed()
                .withItem(Tag.ModalityLUTSequence, table(VR.SS, -1, 16, 0, 100, 200))
                .window("100", "200", "LINEAR_EXACT");
        assertArrayEquals(new int[] {0, 0, 128, 255}, image.shown());
    }

    /** PS3.3 C.8.7.1.1.2: the table leads back to the intensity of the rays. */
    @ParameterizedTest
    @CsvSource({"LOG, 0, 255", "DISP, 0, 255", "LIN, 255, 0"})
    void modalityTablesOfLogarithmicXRaysShouldNotBeShown(String relationship, int first, int second)
            throws FrameException {
        SyntheticImage image = gray(2, 8, 0, 1)
                .with(Tag.SOPClassUID, VR.UI, UID.XRayAngiographicImageStorage)
                .with(Tag.PixelIntensityRelationship, VR.CS, relationship)
                .withItem(Tag.ModalityLUTSequence, table(VR.US, 0, 16, 1000, 0));
        assertArrayEquals(new int[] {first, second}, image.shown());
    }

    @ParameterizedTest
    @CsvSource({
        "MONOCHROME2, '', 0, 255",
        "MONOCHROME1, '', 255, 0",
        "MONOCHROME1, IDENTITY, 0, 255",
        "MONOCHROME1, INVERSE, 255, 0",
        "MONOCHROME2, INVERSE, 255, 0"
    })
    void presentationShapesShouldGoBeforeThePhotometricInterpretation(
            String photometric, String shape, int first, int second) throws FrameException {
        SyntheticImage image = gray(2, 8, 3, 9)
                .with(Tag.PhotometricInterpretation, VR.CS, photometric)
                .with(Tag.PresentationLUTShape, VR.CS, shape);
        assertArrayEquals(new int[] {first, second}, image.shown());
    }

    @Test
    void presentationTablesShouldMapShades() throws FrameException {
        SyntheticImage image =
                gray(3, 8, 0, 1, 2).withItem(Tag.PresentationLUTSequence, table(VR.US, 0, 10, 1023, 341, 0));
        assertArrayEquals(new int[] {255, 85, 0}, image.shown());
    }

    @Test
    void paddingShouldBeBackgroundOfInverseImagesToo() throws FrameException {
        SyntheticImage image = gray(4, 12, 10, 20, 30, 4095)
                .with(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1")
                .with(Tag.PixelPaddingValue, VR.US, "4095");
        assertArrayEquals(new int[] {255, 128, 0, 0}, image.shown());
    }

    @Test
    void paddingShouldBeARangeOfSignedValues() throws FrameException {
        SyntheticImage image = gray(5, 16, 0xF830, 0xF830 + 1, 0xF830 + 100, 0, 100)
                .signed()
                .with(Tag.PixelPaddingValue, VR.SS, "-1900")
                .with(Tag.PixelPaddingRangeLimit, VR.SS, "-2000")
                .window("50", "100", "LINEAR_EXACT")
                .with(Tag.PresentationLUTShape, VR.CS, "INVERSE");
        assertArrayEquals(new int[] {0, 0, 0, 255, 0}, image.shown());
    }

    @Test
    void paddingWrittenWithoutSignShouldStillBeThatOfSignedSamples() throws FrameException {
        SyntheticImage image = gray(3, 16, 0xF830, 0, 100).signed().with(Tag.PixelPaddingValue, VR.US, "63536");
        assertArrayEquals(new int[] {0, 0, 255}, image.shown());
    }

    @Test
    void floatingPointShouldLeaveOutItsPaddingAndWhatIsNoNumber() throws FrameException {
        Attributes image = new Attributes();
        image.setInt(Tag.Rows, VR.US, 1);
        image.setInt(Tag.Columns, VR.US, 5);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setBytes(Tag.FloatPixelData, VR.OF, new byte[0]);
        image.setDouble(Tag.FloatPixelPaddingValue, VR.FL, -999);
        ByteBuffer samples = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : new float[] {0.5f, 0.75f, 1.0f, -999, Float.NaN}) {
            samples.putFloat(value);
        }
        BufferedImage picture = new FrameRenderer()
                .render(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, samples.array(), RenderRequest.DEFAULT)
                .picture();
        assertArrayEquals(new int[] {0, 128, 255, 0, 0}, picture.getRaster().getPixels(0, 0, 5, 1, (int[]) null));
    }

    @Test
    void graysShouldHaveSixteenBitsOnRequest() throws FrameException {
        SyntheticImage image = gray(3, 12, 0, 1, 4095).window("2048", "4096", "LINEAR");
        RenderRequest deep = RenderRequest.DEFAULT.withGrayBits(16);
        assertArrayEquals(new int[] {0, 16, 65535}, image.shown(deep));
        assertEquals(
                BufferedImage.TYPE_USHORT_GRAY, image.render(deep).picture().getType());
    }

    @Test
    void everyValueOfSixteenBitsShouldFollowItsWindow() throws FrameException {
        int[] values = new int[1 << 16];
        Arrays.setAll(values, i -> i);
        SyntheticImage image = gray(256, 16, values).signed().window("40", "400", "LINEAR");
        int[] expected = new int[1 << 16];
        Arrays.setAll(
                expected, i -> (int) Math.max(0, Math.min(255, Math.round((((short) i - 39.5) / 399 + 0.5) * 255))));
        assertArrayEquals(expected, image.shown());
    }
}
