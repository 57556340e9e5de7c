package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.PixelFormat;
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

    @TestFactory
    Stream<DynamicTest> jpeg2000ShouldDecodeAsByGdcm() {
        return lossy("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.91")
                .map(file -> dynamicTest(file.name(), () -> {
                    byte[] bytes = file.bytes();
                    byte[] expected = Tool.convert(bytes, "gdcmconv", "--raw", "{in.dcm}", "{out.dcm}");
                    compare(bytes, expected, photometric(expected));
                }));
    }

    @TestFactory
    Stream<DynamicTest> highThroughputJpeg2000ShouldDecodeAsByOpenJph() {
        return lossy("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.203")
                .map(file -> dynamicTest(file.name(), () -> {
                    DecodedFile ours = new DecodedFile(file.bytes());
                    byte[] ppm = Tool.convert(ours.frameBytes(1), "ojph_expand", "-i", "{in.j2c}", "-o", "{out.ppm}");
                    Frame frame = ours.frame(1);
                    byte[] samples = Arrays.copyOfRange(ppm, ppm.length - frame.samples().length, ppm.length);
                    assertTrue(Levels.largestDifference(frame, new Frame(frame.format(), samples)) <= LEVELS);
                }));
    }

    /** GDCM tells the bits of the codestream where attributes tell fewer; we keep what the attributes tell. */
    private static PixelFormat withBitsOf(Frame frame, PixelFormat format) {
        return new PixelFormat(
                format.rows(),
                format.columns(),
                format.samples(),
                format.photometric(),
                format.bitsAllocated(),
                frame.format().bitsStored(),
                frame.format().highBit(),
                format.signed(),
                format.floating(),
                format.planar());
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
            assertEquals(withBitsOf(one, other.format().interleaved(photometric)), one.format());
            assertTrue(Levels.largestDifference(one, other) <= LEVELS, "frame " + number);
        }
    }
}
