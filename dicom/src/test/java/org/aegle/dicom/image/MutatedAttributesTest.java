package org.aegle.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes without sense end in a picture or in our exception, never in another. */
class MutatedAttributesTest {
    private static final int ROUNDS = 4000;

    private static final int[] WORDS = {
        Tag.SamplesPerPixel,
        Tag.PlanarConfiguration,
        Tag.BitsStored,
        Tag.HighBit,
        Tag.PixelRepresentation,
        Tag.PixelPaddingValue,
        Tag.PixelPaddingRangeLimit,
        Tag.RedPaletteColorLookupTableDescriptor,
        Tag.GreenPaletteColorLookupTableDescriptor,
        Tag.BluePaletteColorLookupTableDescriptor,
        Tag.OverlayRows,
        Tag.OverlayColumns,
        Tag.OverlayOrigin,
        Tag.OverlayBitPosition,
        Tag.ImageFrameOrigin
    };

    private static final int[] BYTES = {
        Tag.RedPaletteColorLookupTableData,
        Tag.GreenPaletteColorLookupTableData,
        Tag.BluePaletteColorLookupTableData,
        Tag.SegmentedRedPaletteColorLookupTableData,
        Tag.SegmentedGreenPaletteColorLookupTableData,
        Tag.SegmentedBluePaletteColorLookupTableData,
        Tag.OverlayData,
        Tag.ICCProfile
    };

    private static final int[] TEXTS = {
        Tag.WindowCenter,
        Tag.WindowWidth,
        Tag.RescaleSlope,
        Tag.RescaleIntercept,
        Tag.PixelSpacing,
        Tag.PixelAspectRatio,
        Tag.NumberOfFramesInOverlay
    };

    private static final String[] NUMBERS = {"0", "1", "-1", "1e300", "-1e300", "1e-300", "x", "65535", "3", "0.5"};
    private static final String[] PHOTOMETRICS = {
        "MONOCHROME1", "MONOCHROME2", "PALETTE COLOR", "RGB", "YBR_FULL", "YBR_FULL_422", "YBR_PARTIAL_422", "CMYK", ""
    };
    private static final String[] SHAPES = {"INVERSE", "IDENTITY", "LIN OD", ""};
    private static final String[] PRESENTATIONS = {"COLOR", "MIXED", "MONOCHROME", ""};
    private static final String[] FUNCTIONS = {"LINEAR", "LINEAR_EXACT", "SIGMOID", "NONE"};

    private static void mutate(Attributes image, Random random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> image.setBytes(any(WORDS, random), VR.US, bytes(2 * (1 + random.nextInt(3)), random));
            case 3, 4 -> image.setBytes(any(BYTES, random), VR.OW, bytes(2 * random.nextInt(300), random));
            case 5 -> image.setString(any(TEXTS, random), VR.DS, any(NUMBERS, random), any(NUMBERS, random));
            case 6 -> {
                image.setString(Tag.PhotometricInterpretation, VR.CS, any(PHOTOMETRICS, random));
                image.setString(Tag.PresentationLUTShape, VR.CS, any(SHAPES, random));
                image.setString(Tag.PixelPresentation, VR.CS, any(PRESENTATIONS, random));
                image.setString(Tag.VOILUTFunction, VR.CS, any(FUNCTIONS, random));
            }
            default -> {
                int sequence = any(
                        new int[] {Tag.ModalityLUTSequence, Tag.VOILUTSequence, Tag.PresentationLUTSequence}, random);
                Attributes item = image.newSequence(sequence, 1).newItem();
                item.setBytes(Tag.LUTDescriptor, VR.US, bytes(6, random));
                item.setBytes(Tag.LUTData, VR.OW, bytes(2 * random.nextInt(300), random));
            }
        }
    }

    /** Mostly small numbers, which are the ones that nearly make sense. */
    private static byte[] bytes(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        for (int i = 1; i < length; i += 2) {
            bytes[i] = random.nextInt(4) == 0 ? bytes[i] : 0;
            bytes[i - 1] = random.nextBoolean() ? bytes[i - 1] : (byte) (bytes[i - 1] & 15);
        }
        return bytes;
    }

    private static int any(int[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    private static String any(String[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void senselessAttributesShouldBeRefusedOrShown(int bits) {
        Random random = new Random(bits);
        FrameRenderer renderer = new FrameRenderer();
        byte[] frame = bytes(9 * 7 * 3 * bits / 8, random);
        int shown = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Attributes image = new Attributes();
            image.setInt(Tag.Rows, VR.US, 7);
            image.setInt(Tag.Columns, VR.US, 9);
            image.setInt(Tag.BitsAllocated, VR.US, bits);
            for (int change = random.nextInt(12); change >= 0; change--) {
                mutate(image, random);
            }
            RenderRequest request = RenderRequest.DEFAULT
                    .withOverlays(true)
                    .withFrameNumber(1 + random.nextInt(3))
                    .withViewport(random.nextBoolean() ? Viewport.within(5) : Viewport.of(20, 30));
            try {
                RenderedFrame rendered =
                        renderer.render(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, frame, request);
                assertTrue(rendered.picture().getWidth() <= 20);
                shown++;
            } catch (FrameException refused) {
                assertEquals(false, refused.getMessage().isBlank());
            }
        }
        assertTrue(shown > ROUNDS / 10, "shown " + shown);
    }
}
