package org.aegle.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRendererTest {
    private static final TransferSyntax NATIVE = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax RLE =
            TransferSyntax.find(UID.RLELossless).orElseThrow();
    private static final TransferSyntax JPEG =
            TransferSyntax.find(UID.JPEGBaseline8Bit).orElseThrow();

    private static Attributes image(int rows, int columns, int samples, String photometric, int bits) {
        Attributes image = new Attributes();
        image.setInt(Tag.SamplesPerPixel, VR.US, samples);
        image.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
        image.setInt(Tag.Rows, VR.US, rows);
        image.setInt(Tag.Columns, VR.US, columns);
        image.setInt(Tag.BitsAllocated, VR.US, bits);
        image.setInt(Tag.BitsStored, VR.US, bits);
        image.setInt(Tag.HighBit, VR.US, bits - 1);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        return image;
    }

    private static byte[] words(int... values) {
        byte[] bytes = new byte[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }

    private static int[] grays(Attributes image, TransferSyntax syntax, byte[] frame) throws FrameException {
        BufferedImage picture = new FrameRenderer().render(image, syntax, frame, 0);
        return picture.getRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null);
    }

    private static int[] colours(Attributes image, TransferSyntax syntax, byte... frame) throws FrameException {
        BufferedImage picture = new FrameRenderer().render(image, syntax, frame, 0);
        int[] rgb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(rgb).map(pixel -> pixel & 0xFFFFFF).toArray();
    }

    /** Values by the equations of PS3.3 C.11.2.1.2 and C.11.2.1.3. */
    @ParameterizedTest
    @CsvSource({
        "LINEAR, 2048, 4096, 0, 0",
        "LINEAR, 2048, 4096, 4095, 255",
        "LINEAR, 2048, 4096, 1024, 64",
        "LINEAR, 100, 1, 99, 0",
        "LINEAR, 100, 1, 100, 255",
        "LINEAR_EXACT, 2048, 4096, 2048, 128",
        "LINEAR_EXACT, 2048, 4096, 1024, 64",
        "SIGMOID, 2048, 4096, 2048, 128",
        "SIGMOID, 2048, 4096, 4095, 225"
    })
    void windowsShouldFollowTheirFunction(String function, String center, String width, int value, int gray)
            throws FrameException {
        Attributes image = image(1, 1, 1, "MONOCHROME2", 16);
        image.setString(Tag.WindowCenter, VR.DS, center);
        image.setString(Tag.WindowWidth, VR.DS, width);
        image.setString(Tag.VOILUTFunction, VR.CS, function);
        assertArrayEquals(new int[] {gray}, grays(image, NATIVE, words(value)));
    }

    @Test
    void signedValuesShouldBeRescaled() throws FrameException {
        Attributes image = image(1, 3, 1, "MONOCHROME2", 16);
        image.setInt(Tag.PixelRepresentation, VR.US, 1);
        image.setString(Tag.RescaleSlope, VR.DS, "2");
        image.setString(Tag.RescaleIntercept, VR.DS, "100");
        image.setString(Tag.WindowCenter, VR.DS, "0");
        image.setString(Tag.WindowWidth, VR.DS, "200");
        image.setString(Tag.VOILUTFunction, VR.CS, "LINEAR_EXACT");
        assertArrayEquals(new int[] {0, 128, 255}, grays(image, NATIVE, words(-100, -50, 0)));
    }

    @Test
    void bitsBesideTheSampleShouldNotShow() throws FrameException {
        Attributes image = image(1, 2, 1, "MONOCHROME2", 16);
        image.setInt(Tag.BitsStored, VR.US, 8);
        image.setInt(Tag.HighBit, VR.US, 11);
        assertArrayEquals(new int[] {0, 255}, grays(image, NATIVE, words(0xF00F, 0x0FF0)));
    }

    @Test
    void firstOfMonochromesShouldBeInverse() throws FrameException {
        Attributes image = image(1, 2, 1, "MONOCHROME1", 8);
        assertArrayEquals(new int[] {255, 0}, grays(image, NATIVE, new byte[] {10, 20}));
        image.setString(Tag.PresentationLUTShape, VR.CS, "IDENTITY");
        assertArrayEquals(new int[] {0, 255}, grays(image, NATIVE, new byte[] {10, 20}));
    }

    @Test
    void paddingShouldBeBackgroundAndNotWidenTheRange() throws FrameException {
        Attributes image = image(1, 3, 1, "MONOCHROME2", 16);
        image.setInt(Tag.PixelPaddingValue, VR.US, 60000);
        assertArrayEquals(new int[] {0, 255, 0}, grays(image, NATIVE, words(10, 20, 60000)));
    }

    @Test
    void tablesShouldBeApplied() throws FrameException {
        Attributes image = image(1, 3, 1, "MONOCHROME2", 8);
        Attributes modality = image.newSequence(Tag.ModalityLUTSequence, 1).newItem();
        modality.setInt(Tag.LUTDescriptor, VR.US, 3, 1, 16);
        modality.setBytes(Tag.LUTData, VR.OW, words(0, 500, 1000));
        Attributes voi = image.newSequence(Tag.VOILUTSequence, 1).newItem();
        voi.setInt(Tag.LUTDescriptor, VR.US, 1001, 0, 8);
        int[] entries = new int[1001];
        Arrays.setAll(entries, i -> i / 4);
        voi.setBytes(Tag.LUTData, VR.OW, words(entries));
        assertArrayEquals(new int[] {0, 125, 250}, grays(image, NATIVE, new byte[] {0, 2, 9}));
    }

    @Test
    void enhancedImagesShouldTellTheWindowOfAFrame() throws FrameException {
        Attributes image = image(1, 2, 1, "MONOCHROME2", 8);
        Attributes shared =
                image.newSequence(Tag.SharedFunctionalGroupsSequence, 1).newItem();
        Attributes rescale =
                shared.newSequence(Tag.PixelValueTransformationSequence, 1).newItem();
        rescale.setString(Tag.RescaleSlope, VR.DS, "10");
        rescale.setString(Tag.RescaleIntercept, VR.DS, "0");
        for (String center : new String[] {"100", "1000"}) {
            Attributes voi = image.getSequence(Tag.PerFrameFunctionalGroupsSequence)
                            .isEmpty()
                    ? image.newSequence(Tag.PerFrameFunctionalGroupsSequence, 2).newItem()
                    : image.getSequence(Tag.PerFrameFunctionalGroupsSequence).newItem();
            Attributes window = voi.newSequence(Tag.FrameVOILUTSequence, 1).newItem();
            window.setString(Tag.WindowCenter, VR.DS, center);
            window.setString(Tag.WindowWidth, VR.DS, "1");
        }
        FrameRenderer renderer = new FrameRenderer();
        byte[] frame = {10, 100};
        assertEquals(
                255, renderer.render(image, NATIVE, 1, frame, 0).getRaster().getSample(0, 0, 0));
        assertEquals(0, renderer.render(image, NATIVE, 2, frame, 0).getRaster().getSample(0, 0, 0));
        assertEquals(
                255, renderer.render(image, NATIVE, 2, frame, 0).getRaster().getSample(1, 0, 0));
    }

    @Test
    void coloursShouldBeFoundInEveryOrder() throws FrameException {
        Attributes image = image(1, 2, 3, "RGB", 8);
        int[] expected = {0x010203, 0x040506};
        assertArrayEquals(expected, colours(image, NATIVE, (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6));
        image.setInt(Tag.PlanarConfiguration, VR.US, 1);
        assertArrayEquals(expected, colours(image, NATIVE, (byte) 1, (byte) 4, (byte) 2, (byte) 5, (byte) 3, (byte) 6));
    }

    @Test
    void luminanceAndChrominanceShouldBecomeColours() throws FrameException {
        Attributes image = image(1, 2, 3, "YBR_FULL_422", 8);
        int[] rgb = colours(image, NATIVE, (byte) 76, (byte) 76, (byte) 85, (byte) 255);
        assertArrayEquals(new int[] {0xFE0000, 0xFE0000}, rgb);
    }

    @Test
    void palettesShouldColourIndexes() throws FrameException {
        Attributes image = image(1, 2, 1, "PALETTE COLOR", 8);
        image.setInt(Tag.RedPaletteColorLookupTableDescriptor, VR.US, 2, 5, 16);
        image.setInt(Tag.GreenPaletteColorLookupTableDescriptor, VR.US, 2, 5, 16);
        image.setInt(Tag.BluePaletteColorLookupTableDescriptor, VR.US, 2, 5, 16);
        image.setBytes(Tag.RedPaletteColorLookupTableData, VR.OW, words(0x1000, 0x2000));
        image.setBytes(Tag.GreenPaletteColorLookupTableData, VR.OW, words(0x3000, 0x4000));
        image.setBytes(Tag.SegmentedBluePaletteColorLookupTableData, VR.OW, words(0, 1, 0x5000, 1, 1, 0x6000));
        assertArrayEquals(new int[] {0x103050, 0x204060}, colours(image, NATIVE, (byte) 0, (byte) 6));
        image.remove(Tag.RedPaletteColorLookupTableData);
        assertThrows(MalformedFrame.class, () -> colours(image, NATIVE, (byte) 0, (byte) 6));
    }

    @Test
    void runLengthsShouldBeExpanded() throws FrameException {
        Attributes image = image(2, 4, 1, "MONOCHROME2", 16);
        byte[] frame = new byte[64 + 8];
        frame[0] = 2;
        frame[4] = 64;
        frame[8] = 66;
        System.arraycopy(new byte[] {-7, 1, -3, 2, 3, 5, 6, 7}, 0, frame, 64, 8);
        Frame decoded = new FrameDecoder().decode(image, RLE, Arrays.copyOf(frame, 73));
        byte[] expected = words(0x102, 0x102, 0x102, 0x102, 0x105, 0x106, 0x107, 0x100);
        assertArrayEquals(expected, decoded.samples());
        assertThrows(MalformedFrame.class, () -> new FrameDecoder().decode(image, RLE, Arrays.copyOf(frame, 70)));
    }

    @Test
    void baselineJpegShouldBeDecoded() throws FrameException, IOException {
        BufferedImage source = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 40 * 30; i++) {
            source.setRGB(i % 40, i / 40, 0xC02040);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(source, "jpeg", out);
        BufferedImage shown =
                new FrameRenderer().render(image(30, 40, 3, "YBR_FULL_422", 8), JPEG, out.toByteArray(), 20);
        assertEquals(20, shown.getWidth());
        assertEquals(15, shown.getHeight());
        assertEquals(0xC0, shown.getRGB(10, 7) >> 16 & 0xFF, 4);
        assertThrows(MalformedFrame.class, () -> new FrameRenderer()
                .render(image(31, 40, 3, "YBR_FULL_422", 8), JPEG, out.toByteArray(), 20));
        byte[] cut = Arrays.copyOf(out.toByteArray(), 200);
        assertThrows(MalformedFrame.class, () -> new FrameRenderer()
                .render(image(30, 40, 3, "YBR_FULL_422", 8), JPEG, cut, 20));
    }

    @Test
    void missingCodecsShouldBeNamed() {
        TransferSyntax syntax = TransferSyntax.find(UID.JPEGXLLossless).orElseThrow();
        CodecUnavailable e = assertThrows(
                CodecUnavailable.class, () -> grays(image(1, 1, 1, "MONOCHROME2", 8), syntax, new byte[10]));
        assertTrue(e.getMessage().contains("JPEG XL"));
    }

    @ParameterizedTest
    @CsvSource({
        "65535, 65535, 1, 16",
        "60000, 2000, 3, 32",
        "0, 10, 1, 8",
        "10, 10, 4, 8",
        "10, 10, 1, 12",
        "9, 9, 1, 8"
    })
    void lyingDescriptionsShouldBeRefused(int rows, int columns, int samples, int bits) {
        Attributes image = image(rows, columns, samples, "MONOCHROME2", bits);
        for (TransferSyntax syntax : new TransferSyntax[] {NATIVE, RLE, JPEG}) {
            assertThrows(MalformedFrame.class, () -> grays(image, syntax, new byte[80]), syntax.name());
        }
    }

    @Test
    void smallerPicturesShouldBeMeans() throws FrameException {
        Attributes image = image(2, 4, 1, "MONOCHROME2", 8);
        BufferedImage small =
                new FrameRenderer().render(image, NATIVE, new byte[] {0, (byte) 255, 0, 0, (byte) 255, 0, 0, 0}, 2);
        assertEquals(2, small.getWidth());
        assertEquals(1, small.getHeight());
        assertEquals(128, small.getRaster().getSample(0, 0, 0));
        assertEquals(0, small.getRaster().getSample(1, 0, 0));
    }

    @Test
    void workShouldEndWhenTheThreadIsInterrupted() {
        Attributes image = image(1, 1, 1, "MONOCHROME2", 8);
        Thread.currentThread().interrupt();
        try {
            assertThrows(FrameException.Interrupted.class, () -> grays(image, NATIVE, new byte[1]));
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void longValuesThatPicturesNeedShouldBeNamed() {
        int lastOverlay = Tag.OverlayData + 0x1E_0000;
        for (int tag :
                new int[] {Tag.LUTData, Tag.RedPaletteColorLookupTableData, Tag.ICCProfile, Tag.OverlayData, lastOverlay
                }) {
            assertTrue(FrameRenderer.needs(tag));
        }
        assertFalse(FrameRenderer.needs(Tag.PixelData));
        assertFalse(FrameRenderer.needs(Tag.EncapsulatedDocument));
    }
}
