package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Stream;
import org.aegle.dicom.data.UID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Every frame of the lossless multi-frame images is what dcmtk and GDCM make of it. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusFramesTest {
    private static final Map<String, String> DECODERS = Map.of(
            UID.RLELossless, "dcmdrle",
            UID.JPEGLossless, "dcmdjpeg",
            UID.JPEGLosslessSV1, "dcmdjpeg",
            UID.JPEGLSLossless, "dcmdjpls",
            UID.JPEG2000Lossless, "gdcmconv --raw");

    @TestFactory
    Stream<DynamicTest> allFramesShouldEqualThoseOfIndependentDecoders() {
        return Corpus.open().good().stream()
                .filter(file -> DECODERS.containsKey(file.text("transfer_syntax")))
                .filter(file -> file.number("frames", 1) > 1 && file.number("bits_allocated", 1) > 1)
                .map(file -> dynamicTest(file.name(), () -> {
                    String command = DECODERS.get(file.text("transfer_syntax")) + " {in.dcm} {out.dcm}";
                    DecodedFile ours = new DecodedFile(file.bytes());
                    DecodedFile theirs = new DecodedFile(Tool.convert(file.bytes(), command.split(" ")));
                    assertEquals(theirs.frames(), ours.frames());
                    for (int number = 1; number <= ours.frames(); number++) {
                        assertArrayEquals(
                                theirs.frame(number).samples(),
                                ours.frame(number).samples(),
                                "frame " + number);
                    }
                }));
    }
}
