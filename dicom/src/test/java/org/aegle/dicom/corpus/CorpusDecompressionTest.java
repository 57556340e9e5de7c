package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.image.DecompressingTranscoder;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.UndecodablePixels;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Every compressed image, made native, holds the frames that its codestreams do, and is regular. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusDecompressionTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final DecompressingTranscoder TRANSCODER = new DecompressingTranscoder(new NativeTranscoder());

    /** Its 14th codestream tells 55 columns, not 240. */
    private static final String NARROWER_FRAME = "modality/multiframe.dcm";

    @Test
    void contradictionInALaterFrameShouldBreakTheWritingOff() {
        byte[] file = Corpus.open().file(NARROWER_FRAME).bytes();
        UndecodablePixels failure =
                assertThrows(UndecodablePixels.class, () -> decompressed(file, new DecodedFile(file).object()));
        assertTrue(failure.getMessage().startsWith("frame 14 cannot be decoded"), failure.getMessage());
    }

    @TestFactory
    Stream<DynamicTest> decompressedObjectsShouldHoldTheSameFrames() {
        return Corpus.open().good().stream()
                .filter(file -> file.pixels().containsKey("frame1_sha256"))
                .filter(CorpusDecompressionTest::isCompressed)
                .filter(file -> !file.name().equals(NARROWER_FRAME))
                .map(file -> dynamicTest(file.name(), () -> assertSame(file.bytes())));
    }

    private static boolean isCompressed(CorpusFile file) {
        return TransferSyntax.find(file.text("transfer_syntax"))
                .filter(syntax -> syntax.encapsulated() && TRANSCODER.supports(syntax, EXPLICIT))
                .isPresent();
    }

    private static void assertSame(byte[] file) throws Exception {
        DecodedFile before = new DecodedFile(file);
        byte[] written = decompressed(file, before.object());
        DicomObject strict = new DicomReader().strict().read(new ByteArrayInputStream(written));
        assertEquals(EXPLICIT, strict.transferSyntax());
        DecodedFile after = new DecodedFile(written);
        assertEquals(before.frames(), after.frames());
        boolean subsampled = before.object()
                .dataset()
                .getString(Tag.PhotometricInterpretation)
                .endsWith("_422");
        for (int number = 1; number <= before.frames(); number++) {
            Frame frame = after.frame(number);
            if (subsampled && before.frame(number).format().isLuminanceChrominance()) {
                assertEquals("RGB", frame.format().photometric());
                continue;
            }
            assertEquals(before.frame(number).format(), frame.format());
            assertArrayEquals(before.frame(number).samples(), frame.samples());
        }
    }

    private static byte[] decompressed(byte[] file, DicomObject object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().writeFileMetaInformation(FileMetaInformation.of(object.dataset(), EXPLICIT), out);
        byte[] dataset = Arrays.copyOfRange(file, (int) object.datasetOffset(), file.length);
        TRANSCODER
                .begin(() -> new ByteArrayInputStream(dataset), object.transferSyntax(), EXPLICIT)
                .writeTo(out);
        return out.toByteArray();
    }
}
