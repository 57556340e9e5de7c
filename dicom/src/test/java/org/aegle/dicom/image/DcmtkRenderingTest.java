package org.aegle.dicom.image;

import static org.aegle.dicom.image.SyntheticImage.gray;
import static org.aegle.dicom.image.SyntheticImage.table;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Picture;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Images of each kind look as dcmtk's dcm2pnm shows them, but for one level of 256. */
class DcmtkRenderingTest {
    private static final int SIDE = 64;
    private static final RenderRequest TOLD = RenderRequest.DEFAULT;

    /** Every value of twelve bits, row by row, from a first on. */
    private static int[] ramp(int first) {
        int[] values = new int[SIDE * SIDE];
        Arrays.setAll(values, i -> first + i);
        return values;
    }

    private static int[] colours(int count, int range) {
        int[] values = new int[count];
        Arrays.setAll(values, i -> (int) (i * 2654435761L >>> 7) & range - 1);
        return values;
    }

    private static SyntheticImage ct() {
        return gray(SIDE, 16, ramp(-1000))
                .signed()
                .with(Tag.RescaleSlope, VR.DS, "0.5")
                .with(Tag.RescaleIntercept, VR.DS, "-100.5");
    }

    private static SyntheticImage palette(int bits, int first) {
        byte[][] tables = new byte[3][];
        for (int i = 0; i < 3; i++) {
            tables[i] = bits == 16
                    ? SyntheticImage.words(colours(200 + i, 1 << 16))
                    : SyntheticImage.bytes(colours(200 + i, 1 << 8));
            tables[i] = Arrays.copyOf(tables[i], bits / 8 * 200);
        }
        SyntheticImage image = SyntheticImage.palette(SIDE, 8, colours(SIDE * SIDE, 1 << 8));
        return PaletteTest.with(image, VR.US, 200, first, bits, tables);
    }

    private static SyntheticImage withOverlays(SyntheticImage image) {
        byte[] bits = new byte[SIDE * SIDE / 8];
        Arrays.setAll(colours(bits.length, 256), i -> bits[i] = (byte) (i * 37));
        OverlayTest.plane(image, 0, SIDE, SIDE, 1, 1, "G", bits);
        return OverlayTest.plane(image, 0x20000, 16, 16, -3, 57, "G", Arrays.copyOf(bits, 32));
    }

    private static DynamicTest test(String name, SyntheticImage image, RenderRequest request, String... options) {
        return dynamicTest(name, () -> {
            Picture ours = Picture.of(image.render(request).picture());
            int difference = ours.largestDifference(Picture.byDcmtk(image.file(), "dcm2pnm", options));
            assertTrue(difference <= 1, () -> name + ": " + difference + " levels");
        });
    }

    private static RenderRequest windowed(double center, double width, VoiFunction function) {
        return TOLD.withWindowing(new Window(center, width, function));
    }

    @TestFactory
    Stream<DynamicTest> grays() {
        RenderRequest whole = TOLD.withWindowing(new Windowing.WholeRange());
        int[] entries = new int[1024];
        Arrays.setAll(entries, i -> (int) (Math.sqrt(i / 1023.0) * 4095));
        SyntheticImage bits = gray(SIDE, 8, ramp(0));
        bits.attributes().setInt(Tag.BitsStored, VR.US, 5);
        bits.attributes().setInt(Tag.HighBit, VR.US, 6);
        return Stream.of(
                test("own window", ct().window("40", "400", "LINEAR"), TOLD, "+Wi", "1"),
                test("window of one", ct(), windowed(40, 1, VoiFunction.LINEAR), "+Ww", "40", "1"),
                test("fractions", ct(), windowed(40.25, 300.5, VoiFunction.LINEAR), "+Ww", "40.25", "300.5"),
                test("sigmoid", ct(), windowed(40, 400, VoiFunction.SIGMOID), "+Wfs", "+Ww", "40", "400"),
                test("whole range", ct(), whole, "+Wm"),
                test("bits in the middle", bits, whole, "+Wm"),
                test(
                        "second window",
                        ct().with(Tag.WindowCenter, VR.DS, "40", "300").with(Tag.WindowWidth, VR.DS, "400", "1500"),
                        TOLD.withWindowing(new Windowing.Stored(2)),
                        "+Wi",
                        "2"),
                test(
                        "modality table",
                        gray(SIDE, 12, ramp(0)).withItem(Tag.ModalityLUTSequence, table(VR.US, 100, 12, entries)),
                        whole,
                        "+Wm"),
                test(
                        "voi table",
                        ct().with(Tag.RescaleSlope, VR.DS, "2")
                                .with(Tag.RescaleIntercept, VR.DS, "-100")
                                .withItem(Tag.VOILUTSequence, table(VR.SS, -200, 12, entries)),
                        TOLD.withWindowing(new Windowing.StoredTable(1)),
                        "+Wl",
                        "1"));
    }

    @TestFactory
    Stream<DynamicTest> presentations() {
        RenderRequest whole = TOLD.withWindowing(new Windowing.WholeRange());
        SyntheticImage first = gray(SIDE, 12, ramp(0)).with(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");
        SyntheticImage inverse = gray(SIDE, 12, ramp(0)).with(Tag.PresentationLUTShape, VR.CS, "INVERSE");
        SyntheticImage xRay = gray(SIDE, 12, ramp(0))
                .with(Tag.SOPClassUID, VR.UI, UID.XRayAngiographicImageStorage)
                .with(Tag.PixelIntensityRelationship, VR.CS, "LOG")
                .withItem(Tag.ModalityLUTSequence, table(VR.US, 0, 16, 40000, 20000, 5, 0));
        return Stream.of(
                test("MONOCHROME1", first, whole, "+Wm"),
                test("INVERSE", inverse, whole, "+Wm"),
                test("logarithmic X-rays", xRay, whole, "+Wm"));
    }

    @TestFactory
    Stream<DynamicTest> coloursOfAllKinds() {
        int[] eight = colours(SIDE * SIDE * 3, 1 << 8);
        int[] sixteen = colours(SIDE * SIDE * 3, 1 << 16);
        return Stream.of(
                test("RGB", SyntheticImage.colour(SIDE, "RGB", 8, eight), TOLD),
                test(
                        "RGB by planes",
                        SyntheticImage.colour(SIDE, "RGB", 8, eight).with(Tag.PlanarConfiguration, VR.US, "1"),
                        TOLD),
                test("RGB of 16 bits", SyntheticImage.colour(SIDE, "RGB", 16, sixteen), TOLD),
                test("palette of 16 bits", palette(16, 0), TOLD),
                test("palette of 8 bits", palette(8, 20), TOLD));
    }

    /** dcmtk cuts fractions off where we round, for green two of them. */
    @TestFactory
    Stream<DynamicTest> luminanceAndChrominance() {
        int[] samples = colours(SIDE * SIDE * 3, 1 << 8);
        return Stream.of("YBR_FULL", "YBR_FULL_422")
                .map(photometric -> dynamicTest(photometric, () -> {
                    SyntheticImage image = SyntheticImage.colour(SIDE, photometric, 8, samples);
                    Picture theirs = Picture.byDcmtk(image.file(), "dcm2pnm");
                    assertTrue(Picture.of(image.render(TOLD).picture()).largestDifference(theirs) <= 2);
                }));
    }

    @TestFactory
    Stream<DynamicTest> overlays() {
        RenderRequest burned = windowed(500, 1000, VoiFunction.LINEAR).withOverlays(true);
        SyntheticImage embedded = gray(
                        SIDE,
                        12,
                        Arrays.stream(ramp(0))
                                .map(value -> value % 7 == 0 ? value | 0x4000 : value)
                                .toArray())
                .with(Tag.OverlayRows, VR.US, "64")
                .with(Tag.OverlayColumns, VR.US, "64")
                .with(Tag.OverlayType, VR.CS, "G")
                .with(Tag.OverlayOrigin, VR.SS, "1", "1")
                .with(Tag.OverlayBitsAllocated, VR.US, "16")
                .with(Tag.OverlayBitPosition, VR.US, "14");
        return Stream.of(
                test("own planes", withOverlays(ct()), burned, "+O", "0", "+Ww", "500", "1000"),
                test("bits beside samples", embedded, burned, "+O", "0", "+Ww", "500", "1000"),
                test("not drawn", withOverlays(ct()), burned.withOverlays(false), "-O", "+Ww", "500", "1000"));
    }
}
