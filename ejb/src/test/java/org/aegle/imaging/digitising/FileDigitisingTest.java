package org.aegle.imaging.digitising;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.imaging.arrival.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileDigitisingTest {
    private static final int RED = 0xFF0000;
    private static final int BLUE = 0x0000FF;
    private static final int WHITE = 0xFFFFFF;
    private static final int TOLERANCE = 24;

    private final DigitisedObjects film = SubmissionFixture.objects(CaptureKind.FILM);

    @Test
    void uprightJpegShouldKeepItsCodestreamByteForByteAndNothingElse() {
        byte[] plain = Scans.file("jpg", Scans.picture(64, 48, BufferedImage.TYPE_INT_RGB));
        MadeObjects made = MadeObjects.of(film, Scans.photograph(Scans.picture(64, 48, BufferedImage.TYPE_INT_RGB), 1));

        assertEquals(UID.JPEGBaseline8Bit, made.object(0).transferSyntax().uid());
        assertArrayEquals(plain, Arrays.copyOf(made.stored(0), plain.length));
        assertTrue(made.stored(0).length - plain.length <= 1);
        String bytes = new String(made.file(0), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("GPS"));
        assertFalse(bytes.contains("Secret"));
        assertEquals("01", made.dataset(0).getString(Tag.LossyImageCompression));
    }

    /** In the upright picture the white corner and the red half lie where the phone was held says. */
    @ParameterizedTest
    @CsvSource({
        "1, 64, 48, 4, 4, 4, 40",
        "2, 64, 48, 60, 4, 60, 40",
        "3, 64, 48, 60, 44, 60, 10",
        "4, 64, 48, 4, 44, 4, 10",
        "5, 48, 64, 4, 4, 40, 4",
        "6, 48, 64, 44, 4, 10, 4",
        "7, 48, 64, 44, 60, 10, 60",
        "8, 48, 64, 4, 60, 40, 60"
    })
    void photographShouldStandUpright(
            int orientation, int columns, int rows, int whiteX, int whiteY, int redX, int redY) {
        BufferedImage picture = Scans.picture(64, 48, BufferedImage.TYPE_INT_RGB);
        MadeObjects made = MadeObjects.of(film, Scans.photograph(picture, orientation));

        assertEquals(columns, made.dataset(0).getInt(Tag.Columns, 0));
        assertEquals(rows, made.dataset(0).getInt(Tag.Rows, 0));
        if (orientation == 1) {
            return;
        }
        assertEquals(UID.JPEGLosslessSV1, made.object(0).transferSyntax().uid());
        assertColour(WHITE, made.rgb(0, whiteX, whiteY));
        assertColour(RED, made.rgb(0, redX, redY));
        assertEquals("01", made.dataset(0).getString(Tag.LossyImageCompression));
        assertEquals("ISO_10918_1", made.dataset(0).getString(Tag.LossyImageCompressionMethod));
        assertTrue(made.dataset(0).getDouble(Tag.LossyImageCompressionRatio, 0) > 1);
    }

    @Test
    void makerShouldBeTheCaptureDevice() {
        BufferedImage picture = Scans.picture(64, 48, BufferedImage.TYPE_INT_RGB);
        MadeObjects made = MadeObjects.of(film, Scans.photograph(picture, 6));

        assertEquals("PhoneMaker", made.dataset(0).getString(Tag.SecondaryCaptureDeviceManufacturer));
        assertFalse(new String(made.file(0), StandardCharsets.ISO_8859_1).contains("GPS"));
    }

    @Test
    void progressiveJpegShouldBecomeOneThatReceiversKnow() {
        MadeObjects made = MadeObjects.of(film, Scans.progressive(Scans.picture(64, 48, BufferedImage.TYPE_INT_RGB)));

        assertEquals(UID.JPEGLosslessSV1, made.object(0).transferSyntax().uid());
        assertColour(BLUE, made.rgb(0, 60, 24));
    }

    @Test
    void sixteenBitsShouldStaySixteenBits() {
        MadeObjects made = MadeObjects.of(film, Scans.file("png", Scans.deep(200, 30)));

        assertEquals(16, made.dataset(0).getInt(Tag.BitsStored, 0));
        assertEquals("MONOCHROME2", made.dataset(0).getString(Tag.PhotometricInterpretation));
        ByteBuffer samples = ByteBuffer.wrap(made.frame(0).samples()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        assertEquals(257 * 199 + 29, samples.getShort(2 * (29 * 200 + 199)) & 0xFFFF);
        assertEquals("00", made.dataset(0).getString(Tag.LossyImageCompression));
    }

    @Test
    void paletteShouldBecomeColours() {
        MadeObjects made = MadeObjects.of(film, Scans.file("png", Scans.palette(64, 48)));

        assertEquals("RGB", made.dataset(0).getString(Tag.PhotometricInterpretation));
        assertEquals(WHITE, made.rgb(0, 2, 2));
        assertEquals(RED, made.rgb(0, 2, 40));
        assertEquals(BLUE, made.rgb(0, 60, 2));
    }

    @Test
    void transparencyShouldBecomeWhite() {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(1, 1, 0x80FF0000);
        MadeObjects made = MadeObjects.of(film, Scans.file("png", picture));

        assertEquals(WHITE, made.rgb(0, 5, 5));
        assertColour(0xFF7F7F, made.rgb(0, 1, 1));
        assertArrayEquals(new String[] {"DERIVED", "SECONDARY"}, made.dataset(0).getStrings(Tag.ImageType));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate", "PackBits", "ZLib"})
    void pagesOfATiffShouldBeImagesOfOneSeriesInTheirOrder(String compression) {
        List<BufferedImage> pages = List.of(
                Scans.picture(40, 30, BufferedImage.TYPE_INT_RGB),
                Scans.picture(20, 50, BufferedImage.TYPE_BYTE_GRAY),
                Scans.deep(16, 16));
        MadeObjects made = MadeObjects.of(
                SubmissionFixture.objects(CaptureKind.FILM, new FilePlace(3, 5, "")), Scans.tiff(compression, pages));

        assertEquals(List.of(), made.refusals());
        assertEquals(3, made.count());
        for (int i = 0; i < 3; i++) {
            Attributes page = made.dataset(i);
            assertEquals(5 + i, page.getInt(Tag.InstanceNumber, 0));
            assertEquals(made.dataset(0).getString(Tag.SeriesInstanceUID), page.getString(Tag.SeriesInstanceUID));
            assertEquals(pages.get(i).getWidth(), page.getInt(Tag.Columns, 0));
        }
        assertEquals(RED, made.rgb(0, 2, 20));
        assertEquals(16, made.dataset(2).getInt(Tag.BitsStored, 0));
        assertNotEquals(
                made.dataset(0).getString(Tag.SOPInstanceUID), made.dataset(1).getString(Tag.SOPInstanceUID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.6", "CCITT T.4", "LZW"})
    void singleBitsShouldBecomeBlackAndWhite(String compression) {
        BufferedImage fax = new BufferedImage(61, 40, BufferedImage.TYPE_BYTE_BINARY);
        fax.createGraphics().fillRect(0, 0, 30, 40);
        MadeObjects made = MadeObjects.of(film, Scans.tiff(compression, List.of(fax)));

        assertEquals(8, made.dataset(0).getInt(Tag.BitsAllocated, 0));
        assertEquals("MONOCHROME2", made.dataset(0).getString(Tag.PhotometricInterpretation));
        assertEquals(WHITE, made.rgb(0, 10, 20));
        assertEquals(0, made.rgb(0, 50, 20));
    }

    @Test
    void whiteShouldBeWhiteWhicheverNumberItHas() {
        byte[] eight = {0, 0, 0, (byte) 0xF0};
        byte[] sixteen = {0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xF0};
        MadeObjects bytes = MadeObjects.of(film, Scans.raw(0, 8, 1, eight));
        MadeObjects words = MadeObjects.of(film, Scans.raw(0, 16, 1, sixteen));

        assertEquals(List.of(), bytes.refusals());
        assertEquals(WHITE, bytes.rgb(0, 0, 0));
        assertEquals(0x0F0F0F, bytes.rgb(0, 1, 1));
        ByteBuffer samples = ByteBuffer.wrap(words.frame(0).samples()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        assertEquals(0xFFFF, samples.getShort(0) & 0xFFFF);
        assertEquals(0x000F, samples.getShort(6) & 0xFFFF);
        assertEquals(0xF0F0F0, MadeObjects.of(film, Scans.raw(1, 8, 1, eight)).rgb(0, 1, 1));
    }

    @Test
    void coloursOfThePressShouldBeRefused() {
        assertRefused(RefusalReason.UNSUPPORTED_COLOUR, Scans.raw(5, 8, 4, new byte[16]));
    }

    @Test
    void colourOfSixteenBitsShouldBecomeColourOfEight() {
        byte[] strip = new byte[24];
        strip[0] = (byte) 0x80;
        MadeObjects made = MadeObjects.of(film, Scans.raw(2, 16, 3, strip));

        assertEquals(0x800000, made.rgb(0, 0, 0));
        assertEquals("Reduced to 8 bits a sample", made.dataset(0).getString(Tag.DerivationDescription));
    }

    @Test
    void stripThatTellsMoreThanTheFileHasShouldBeRefused() {
        byte[] tiff = Scans.raw(1, 8, 1, new byte[4]);
        ByteBuffer.wrap(tiff).putInt(10 + 8 * 12 + 8, 2_000_000_000);

        assertRefused(RefusalReason.DAMAGED_FILE, tiff);
    }

    @Test
    void resolutionOfAScannerShouldBeNominalSpacingAndNeverPixelSpacing() {
        byte[] jpeg = Scans.file("jpg", Scans.picture(64, 48, BufferedImage.TYPE_INT_RGB));
        MadeObjects scan = MadeObjects.of(film, Scans.dense(jpeg, 300));

        assertEquals(25.4 / 300, scan.dataset(0).getDoubles(Tag.NominalScannedPixelSpacing)[0], 1e-6);
        assertFalse(scan.dataset(0).contains(Tag.PixelSpacing));
        assertFalse(MadeObjects.of(film, Scans.dense(jpeg, 72)).dataset(0).contains(Tag.NominalScannedPixelSpacing));
        DigitisedObjects photograph = SubmissionFixture.objects(CaptureKind.PHOTOGRAPH);
        assertFalse(
                MadeObjects.of(photograph, Scans.dense(jpeg, 300)).dataset(0).contains(Tag.NominalScannedPixelSpacing));
    }

    @Test
    void resolutionOfAPngShouldCountToo() {
        byte[] perMetre =
                ByteBuffer.allocate(9).putInt(11_811).putInt(5906).put((byte) 1).array();
        byte[] png =
                Scans.withChunk(Scans.file("png", Scans.picture(8, 8, BufferedImage.TYPE_BYTE_GRAY)), "pHYs", perMetre);
        double[] spacing = MadeObjects.of(film, png).dataset(0).getDoubles(Tag.NominalScannedPixelSpacing);

        assertEquals(1 / 5.906, spacing[0], 1e-5);
        assertEquals(1 / 11.811, spacing[1], 1e-5);
    }

    @Test
    void documentShouldBeEncapsulatedAsItIs() {
        byte[] letter = Letters.titled("Referral of June");
        DigitisedObjects paper = SubmissionFixture.objects(CaptureKind.DOCUMENT, new FilePlace(1, 1, ""));
        Attributes made = MadeObjects.of(paper, letter).dataset(0);

        assertEquals(UID.EncapsulatedPDFStorage, made.getString(Tag.SOPClassUID));
        assertEquals("Referral of June", made.getString(Tag.DocumentTitle));
        assertEquals("SD", made.getString(Tag.ConversionType));
        assertEquals(
                "57133-1", made.getSequence(Tag.ConceptNameCodeSequence).get(0).getString(Tag.CodeValue));
        assertEquals(letter.length, made.getLong(Tag.EncapsulatedDocumentLength, 0));
        byte[] stored = made.getBytes(Tag.EncapsulatedDocument);
        assertArrayEquals(letter, Arrays.copyOf(stored, letter.length));
    }

    @Test
    void sameFileShouldBeTheSameObject() {
        byte[] png = Scans.file("png", Scans.deep(20, 20));

        assertArrayEquals(
                MadeObjects.of(film, png).file(0), MadeObjects.of(film, png).file(0));
    }

    @Test
    void whatIsNoPictureAndNoDocumentShouldBeRefused() {
        assertRefused(RefusalReason.UNSUPPORTED_FILE, "just text".getBytes(StandardCharsets.US_ASCII));
        assertRefused(
                RefusalReason.UNSUPPORTED_FILE, Scans.file("gif", Scans.picture(8, 8, BufferedImage.TYPE_INT_RGB)));
        assertRefused(RefusalReason.UNSUPPORTED_FILE, new byte[0]);
        assertRefused(RefusalReason.ENCRYPTED_FILE, Letters.encrypted());
        assertRefused(RefusalReason.TOO_MANY_PIXELS, Scans.bomb());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "tiff", "pdf"})
    void fileThatWasCutOffShouldBeRefused(String format) {
        byte[] whole = format.equals("pdf")
                ? Letters.titled("")
                : Scans.file(format, Scans.picture(200, 150, BufferedImage.TYPE_INT_RGB));
        for (int length : new int[] {whole.length / 2, whole.length - 40}) {
            assertRefused(RefusalReason.DAMAGED_FILE, Arrays.copyOf(whole, length));
        }
    }

    @Test
    void spoiltFilesShouldNeverBeFaults() {
        java.util.Random random = new java.util.Random(4);
        for (byte[] whole : List.of(
                Scans.tiff("LZW", List.of(Scans.picture(60, 60, BufferedImage.TYPE_INT_RGB))),
                Scans.tiff("CCITT T.6", List.of(new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_BINARY))),
                Scans.file("png", Scans.palette(60, 60)),
                Scans.photograph(Scans.picture(60, 60, BufferedImage.TYPE_INT_RGB), 6),
                Letters.titled("x"))) {
            for (int round = 0; round < 150; round++) {
                byte[] spoilt = whole.clone();
                for (int i = 0; i < 4; i++) {
                    spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
                }
                MadeObjects made = MadeObjects.of(film, spoilt);
                assertTrue(made.count() + made.refusals().size() >= 1);
            }
        }
    }

    private void assertRefused(RefusalReason reason, byte[] file) {
        MadeObjects made = MadeObjects.of(film, file);
        assertEquals(List.of(reason), made.refusals());
        assertEquals(0, made.count());
    }

    private static void assertColour(int expected, int found) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertEquals(expected >> shift & 0xFF, found >> shift & 0xFF, TOLERANCE, Integer.toHexString(found));
        }
    }
}
