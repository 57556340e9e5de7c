package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.image.Frame;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Lossy images decode to what dcmtk and GDCM make of them, but for one level. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusLossyTest {
    private static final int FRAMES_COMPARED = 5;
    private static final int LEVELS = 1;

    /** JFIF files, hence luminance and chrominance, whose attribute says RGB; dcmtk trusts the attribute. */
    private static final Set<String> MISLABELLED = Set.of("deidentify/example.dcm", "modality/GH195.dcm");

    private static Stream<CorpusFile> lossy(String transferSyntaxes) {
        return Corpus.open().good().stream()
                .filter(file -> file.pixels().containsKey("lossy"))
                .filter(file -> file.text("transfer_syntax").matches(transferSyntaxes));
    }

    @TestFactory
    Stream<DynamicTest> jpegShouldDecodeAsByDcmtk() {
        return lossy("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.5\\d")
                .map(file -> dynamicTest(file.name(), () -> {
                    byte[] bytes = file.bytes();
                    byte[] expected = Tool.convert(bytes, "dcmdjpeg", "--conv-never", "{in.dcm}", "{out.dcm}");
                    String photometric = MISLABELLED.contains(file.name()) ? "YBR_FULL" : photometric(expected);
                    compare(bytes, expected, photometric);
                }));
    }

    private static String photometric(byte[] file) throws Exception {
        return new DecodedFile(file).frame(1).format().photometric();
    }

    private static void compare(byte[] encoded, byte[] expected, String photometric) throws Exception {
        DecodedFile ours = new DecodedFile(encoded);
        DecodedFile theirs = new DecodedFile(expected);
        assertEquals(theirs.frames(), ours.frames());
        for (int number = 1; number <= Math.min(FRAMES_COMPARED, ours.frames()); number++) {
            Frame one = ours.frame(number);
            Frame other = theirs.frame(number);
            assertEquals(other.format().interleaved(photometric), one.format());
            assertTrue(Levels.largestDifference(one, other) <= LEVELS, "frame " + number);
        }
    }
}
