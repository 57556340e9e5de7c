package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.dicom.image.RenderRequest;
import org.aegle.dicom.image.StoredWindow;
import org.aegle.dicom.image.VoiFunction;
import org.aegle.dicom.image.Window;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The first frame of every image looks as dcmtk shows it, but for one level of 256. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusRenderingTest {
    /** Deeper than our limit; frames that do not begin at a byte. */
    private static final Set<String> BEYOND_US =
            Set.of("private-and-nested/nested-100-levels.dcm", "modality/seg_image_sm_dots_tiled_full.dcm");

    /** Samples of floating point, colours of 32 bits, deflated frames and high-throughput JPEG 2000. */
    private static final Set<String> BEYOND_DCMTK = Set.of(
            "pixels/parametric_map_float.dcm",
            "pixels/SC_rgb_32bit.dcm",
            "transfer-syntax/liver_deflate.dcm",
            "transfer-syntax/HTJ2K_08_RGB.dcm",
            "transfer-syntax/own-htj2k-lossless-grey12.dcm");

    /** JFIF files, hence luminance and chrominance, whose attribute says RGB; dcmtk trusts the attribute. */
    private static final Set<String> MISLABELLED = Set.of("deidentify/example.dcm", "modality/GH195.dcm");

    /** A supplemental palette colours their values; dcmtk shows them gray. */
    private static final Set<String> SUPPLEMENTED = Set.of(
            "modality/eCT_Supplemental.dcm",
            "transfer-syntax/CT0012.fragmented_no_bot_jpeg_lossless.57.dcm",
            "transfer-syntax/CT0012.not_fragmented_bot_jpeg_ls.80.dcm");

    /** The values, none above 0.002, are within one and the same level of dcmtk's window, which is always 1 wider. */
    private static final Set<String> SMALL_VALUES = Set.of("modality/GH610.dcm");

    /** dcmtk cuts fractions off where it makes colours of luminance and chrominance, two of them for green. */
    private static final Set<String> CUT_OFF = Set.of("pixels/SC_ybr_full_uncompressed.dcm");

    /** Lossy and decoded by GDCM, a stored level apart here and there, which its narrow range makes two of the picture. */
    private static final Set<String> SPREAD = Set.of("transfer-syntax/JPEG2000.dcm");

    private static final Window SIGMOID = new Window(300.5, 700, VoiFunction.SIGMOID);

    /** Folders whose images differ as images. */
    private static final Pattern FOLDERS = Pattern.compile("(pixels|modality|transfer-syntax|deidentify|study-.*)/.*");

    /** The same slice in another transfer syntax, and the other slices of a series: one stands for all. */
    private static final Pattern ALIKE =
            Pattern.compile("transfer-syntax/CT_(?!LittleEndianImplicit).*|study-(?!.*/(slice64.dcm|I30)$).*");

    private static Stream<CorpusFile> images() {
        return Corpus.open().good().stream()
                .filter(file -> file.pixels().containsKey("frame1_sha256"))
                .filter(file -> FOLDERS.matcher(file.name()).matches()
                        && !ALIKE.matcher(file.name()).matches())
                .filter(file -> Stream.of(BEYOND_US, BEYOND_DCMTK, MISLABELLED, SUPPLEMENTED)
                        .noneMatch(names -> names.contains(file.name())));
    }

    @TestFactory
    Stream<DynamicTest> imagesShouldBeShownInTheirWindowAsByDcmtk() {
        return images().filter(file -> !SMALL_VALUES.contains(file.name()))
                .map(file -> dynamicTest(file.name(), () -> {
                    DecodedFile decoded = new DecodedFile(file.bytes());
                    compare(file, decoded, RenderRequest.DEFAULT.withOverlays(true), options(decoded));
                }));
    }

    @TestFactory
    Stream<DynamicTest> imagesShouldBeShownInAnyWindowAsByDcmtk() {
        return images().filter(file -> file.name().startsWith("pixels"))
                .map(file -> dynamicTest(file.name(), () -> {
                    RenderRequest request = RenderRequest.DEFAULT.withWindowing(SIGMOID);
                    compare(file, new DecodedFile(file.bytes()), request, "-O", "+Wfs", "+Ww", "300.5", "700");
                }));
    }

    /** What the image tells: a window, a table or nothing. dcmtk looks for windows in no functional group. */
    private static String[] options(DecodedFile file) {
        Attributes dataset = file.object().dataset();
        List<StoredWindow> windows = StoredWindow.of(dataset, 1);
        List<String> options = new ArrayList<>(List.of("+O", "0"));
        if (!windows.isEmpty()) {
            Window window = windows.get(0).window();
            options.addAll(List.of("+Ww", String.valueOf(window.center()), String.valueOf(window.width())));
        } else if (dataset.containsValue(Tag.VOILUTSequence)) {
            options.addAll(List.of("+Wl", "1"));
        } else {
            options.add("+Wm");
        }
        return options.toArray(String[]::new);
    }

    private static void compare(CorpusFile file, DecodedFile decoded, RenderRequest request, String... options)
            throws Exception {
        Picture ours = Picture.of(new FrameRenderer()
                .render(decoded.object().dataset(), decoded.object().transferSyntax(), decoded.frameBytes(1), request)
                .picture());
        Picture theirs = theirs(file.bytes(), file.text("transfer_syntax"), options);
        int difference = ours.largestDifference(theirs);
        boolean wide = CUT_OFF.contains(file.name()) || SPREAD.contains(file.name());
        assertTrue(difference <= (wide ? 2 : 1), () -> file.name() + ": " + difference + " levels");
    }

    /** The first frame by dcmtk; JPEG 2000, for which it has no decoder, decoded by GDCM. */
    private static Picture theirs(byte[] bytes, String syntax, String... options) throws Exception {
        return switch (syntax) {
            case UID.JPEG2000, UID.JPEG2000Lossless ->
                Picture.byDcmtk(Tool.convert(bytes, "gdcmconv", "--raw", "{in.dcm}", "{out.dcm}"), "dcm2pnm", options);
            case UID.JPEGLSLossless, UID.JPEGLSNearLossless -> Picture.byDcmtk(bytes, "dcml2pnm", options);
            default -> Picture.byDcmtk(bytes, "dcmj2pnm", options);
        };
    }
}
