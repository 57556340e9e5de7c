package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.dicom.image.RenderRequest;
import org.aegle.dicom.image.VoiFunction;
import org.aegle.dicom.image.Window;
import org.aegle.dicom.image.Windowing;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Every image of the corpus looks as dcmtk shows it, but for one level of 256. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusRenderingTest {
    private static final int LEVELS = 1;

    private static Stream<CorpusFile> images() {
        return Corpus.open().good().stream().filter(file -> file.pixels().containsKey("frame1_sha256"));
    }

    /** The first frame by us. */
    private static Picture ours(byte[] bytes, RenderRequest request) throws Exception {
        DecodedFile file = new DecodedFile(bytes);
        return Picture.of(new FrameRenderer()
                .render(file.object().dataset(), file.object().transferSyntax(), file.frameBytes(1), request)
                .picture());
    }

    private static boolean isGray(Attributes dataset) {
        return dataset.getString(Tag.PhotometricInterpretation).startsWith("MONOCHROME");
    }

    /** The first frame by dcmtk; JPEG 2000 and what else it has no decoder for decoded by GDCM. */
    private static Picture theirs(byte[] bytes, String syntax, String... options) throws Exception {
        return switch (syntax) {
            case UID.JPEG2000, UID.JPEG2000Lossless ->
                Picture.byDcmtk(Tool.convert(bytes, "gdcmconv", "--raw", "{in.dcm}", "{out.dcm}"), "dcm2pnm", options);
            case UID.JPEGLSLossless, UID.JPEGLSNearLossless -> Picture.byDcmtk(bytes, "dcml2pnm", options);
            default -> Picture.byDcmtk(bytes, "dcmj2pnm", options);
        };
    }

    private static DynamicTest test(CorpusFile file, RenderRequest request, String... options) {
        return dynamicTest(file.name() + " " + String.join(" ", options), () -> {
            byte[] bytes = file.bytes();
            Picture ours = ours(bytes, request);
            Picture theirs = theirs(bytes, file.text("transfer_syntax"), options);
            int difference = ours.largestDifference(theirs);
            assertTrue(difference <= LEVELS, () -> difference + " levels");
        });
    }

    @TestFactory
    Stream<DynamicTest> wholeRange() {
        return images().map(file ->
                test(file, RenderRequest.DEFAULT.withWindowing(new Windowing.WholeRange()), "-O", "+Wm"));
    }

    @TestFactory
    Stream<DynamicTest> ownWindow() {
        return images().map(file -> test(file, RenderRequest.DEFAULT, "-O", "+Wi", "1"));
    }

    @TestFactory
    Stream<DynamicTest> givenWindow() {
        return images().map(file -> test(
                file,
                RenderRequest.DEFAULT.withWindowing(new Window(300.5, 700, VoiFunction.LINEAR)),
                "-O",
                "+Ww",
                "300.5",
                "700"));
    }

    @TestFactory
    Stream<DynamicTest> sigmoid() {
        return images().map(file -> test(
                file,
                RenderRequest.DEFAULT.withWindowing(new Window(300.5, 700, VoiFunction.SIGMOID)),
                "-O",
                "+Wfs",
                "+Ww",
                "300.5",
                "700"));
    }

    @TestFactory
    Stream<DynamicTest> overlays() {
        return images().map(file -> test(
                file,
                RenderRequest.DEFAULT.withOverlays(true).withWindowing(new Windowing.WholeRange()),
                "+O",
                "0",
                "+Wm"));
    }
}
