package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameDecoder;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.dicom.io.ByteRange;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** First frames decode to what independent decoders found, and every image can be shown or names its codec. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusImageTest {
    /** Deeper than our limit; frames that do not begin at a byte. */
    private static final Set<String> BEYOND_US =
            Set.of("private-and-nested/nested-100-levels.dcm", "modality/seg_image_sm_dots_tiled_full.dcm");

    private static final String BIG_ENDIAN_WORDS = "pixels/SC_rgb_small_odd_big_endian.dcm";

    private static Stream<CorpusFile> images() {
        return Corpus.open().good().stream()
                .filter(file -> file.pixels().containsKey("frame1_sha256"))
                .filter(file -> !BEYOND_US.contains(file.name()));
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

    /** The syntaxes that this module decodes without loss. */
    private static boolean isLossless(CorpusFile file) {
        TransferSyntax syntax =
                TransferSyntax.find(file.text("transfer_syntax")).orElse(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        boolean rle = syntax.name().startsWith("RLE");
        return (!syntax.encapsulated() || rle)
                && !file.name().contains("_422")
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

    private static Frame decode(CorpusFile file) throws IOException, FrameException {
        DicomObject object = read(file);
        return new FrameDecoder().decode(object.dataset(), object.transferSyntax(), firstFrame(file, object));
    }

    @TestFactory
    Stream<DynamicTest> imagesShouldBeShownOrNameTheirCodec() {
        return images().map(file -> dynamicTest(file.name(), () -> {
            DicomObject object = read(file);
            try {
                BufferedImage image = new FrameRenderer()
                        .render(object.dataset(), object.transferSyntax(), firstFrame(file, object), 128);
                assertTrue(image.getWidth() <= 128 && image.getHeight() <= 128);
                Map<String, Object> pixels = file.pixels();
                boolean uniform = Objects.equals(pixels.get("min"), pixels.get("max"));
                if (!uniform && !object.dataset().contains(Tag.WindowCenter)) {
                    assertTrue(hasContrast(image), "one colour only");
                }
            } catch (FrameException.CodecUnavailable e) {
                assertTrue(object.transferSyntax().encapsulated());
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

    private static DicomObject read(CorpusFile file) throws IOException {
        return new DicomReader().read(new ByteArrayInputStream(file.bytes()));
    }

    private static byte[] firstFrame(CorpusFile file, DicomObject object) throws IOException {
        byte[] bytes = file.bytes();
        if (object.transferSyntax().deflated()) {
            bytes = new DicomReader()
                    .inflated(new ByteArrayInputStream(bytes), object.datasetOffset())
                    .readAllBytes();
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (ByteRange range : FrameIndex.of(object).frame(1)) {
            frame.write(bytes, (int) range.offset(), (int) range.length());
        }
        return frame.toByteArray();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
