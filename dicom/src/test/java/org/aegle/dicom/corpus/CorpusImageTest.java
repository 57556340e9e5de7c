package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** First frames decode to what independent decoders found, and every image can be shown. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusImageTest {
    private static final String DEEPER_THAN_OUR_LIMIT = "private-and-nested/nested-100-levels.dcm";

    private static final String DEFLATED_BITS = "transfer-syntax/liver_deflate.dcm";

    private static final String BIG_ENDIAN_WORDS = "pixels/SC_rgb_small_odd_big_endian.dcm";

    private static Stream<CorpusFile> images() {
        return Corpus.open().good().stream()
                .filter(file -> file.pixels().containsKey("frame1_sha256"))
                .filter(file -> !file.name().equals(DEEPER_THAN_OUR_LIMIT));
    }

    @TestFactory
    Stream<DynamicTest> samplesShouldEqualThoseOfIndependentDecoders() {
        return images().filter(CorpusImageTest::isLossless)
                .map(file -> dynamicTest(file.name(), () -> {
                    assertEquals(
                            file.pixels().get("frame1_sha256"),
                            sha256(decode(file).samples()));
                }));
    }

    /** Images that lost nothing, or whose loss is the same with every decoder, as that of near-lossless JPEG-LS. */
    private static boolean isLossless(CorpusFile file) {
        TransferSyntax syntax =
                TransferSyntax.find(file.text("transfer_syntax")).orElse(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        boolean nativeSubsampled = !syntax.encapsulated() && file.name().contains("_422");
        return !file.pixels().containsKey("lossy")
                && !nativeSubsampled
                && !file.name().equals(DEFLATED_BITS)
                && !file.name().equals(BIG_ENDIAN_WORDS);
    }

    /** The reader behind expected.json leaves the bytes of big endian words as they are; PS3.5 7.3 turns them. */
    @Test
    void bytesInBigEndianWordsShouldBeThoseOfTheLittleEndianTwin() throws Exception {
        Corpus corpus = Corpus.open();
        CorpusFile turned = corpus.file(BIG_ENDIAN_WORDS);
        CorpusFile twin = corpus.file("pixels/SC_rgb_small_odd.dcm");
        assertArrayEquals(decode(twin).samples(), decode(turned).samples());
    }

    /** The reader behind expected.json leaves the bits of a deflated frame packed. */
    @Test
    void deflatedBitsShouldBeThoseOfTheirNativeTwin() throws Exception {
        Corpus corpus = Corpus.open();
        assertArrayEquals(
                decode(corpus.file("pixels/liver.dcm")).samples(),
                decode(corpus.file(DEFLATED_BITS)).samples());
    }

    private static Frame decode(CorpusFile file) throws IOException, FrameException {
        return new DecodedFile(file.bytes()).frame(1);
    }

    @TestFactory
    Stream<DynamicTest> imagesShouldBeShown() {
        return images().map(file -> dynamicTest(file.name(), () -> {
            DecodedFile decoded = new DecodedFile(file.bytes());
            DicomObject object = decoded.object();
            BufferedImage image =
                    new FrameRenderer().render(object.dataset(), object.transferSyntax(), decoded.frameBytes(1), 128);
            assertTrue(image.getWidth() <= 128 && image.getHeight() <= 128);
            Map<String, Object> pixels = file.pixels();
            boolean uniform = Objects.equals(pixels.get("min"), pixels.get("max"));
            if (!uniform && !object.dataset().contains(Tag.WindowCenter)) {
                assertTrue(hasContrast(image), "one colour only");
            }
        }));
    }

    private static boolean hasContrast(BufferedImage image) {
        int first = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != first) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
