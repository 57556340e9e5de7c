package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.json.DicomJsonReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What we read and write again is for dcmtk the same data set as before. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusDcmtkTest {
    /** Elements and items; no group lengths, delimiters or meta information. */
    private static final Pattern TOLD = Pattern.compile("^ *\\((?!0002,|fffe,e00d|fffe,e0dd|[0-9a-f]{4},0000)");

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> rewrittenFileShouldHaveTheSameElements() {
        return Corpus.open().good().stream()
                .filter(CorpusDcmtkTest::isWritable)
                .map(file -> dynamicTest(file.name(), () -> {
                    List<String> before = elements(file.path());
                    Path rewritten = Files.write(folder.resolve("rewritten.dcm"), rewrite(file.bytes()));
                    assertEquals(before, elements(rewritten));
                }));
    }

    /** Those that dcm2json can write: none with fragments, and not every character set. */
    @TestFactory
    Stream<DynamicTest> jsonOfDcmtkShouldHaveTheSameValues() {
        return Corpus.open().good().stream()
                .filter(CorpusDcmtkTest::isWritable)
                .map(file -> dynamicTest(file.name(), () -> {
                    Process dcm2json = new ProcessBuilder(
                                    "dcm2json", "-q", file.path().toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
                    byte[] json = dcm2json.getInputStream().readAllBytes();
                    // Items with character sets of their own it writes as they are.
                    if (dcm2json.waitFor() == 0 && !file.name().endsWith("chrSQEncoding.dcm")) {
                        Attributes theirs = new DicomJsonReader()
                                .read(new ByteArrayInputStream(json))
                                .get(0);
                        Attributes ours = new DicomReader()
                                .read(new ByteArrayInputStream(file.bytes()))
                                .dataset();
                        assertEquals(ComparedValues.of(theirs), ComparedValues.of(ours));
                    }
                }));
    }

    /** Not what is deeper than our limit, nor what has no end that dcmtk would find. */
    static boolean isWritable(CorpusFile file) {
        return !file.name().contains("nested-100") && !file.name().contains("nooffset");
    }

    static byte[] rewrite(byte[] bytes) throws IOException {
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(bytes));
        byte[] plain = object.transferSyntax().deflated()
                ? new DicomReader()
                        .inflated(new ByteArrayInputStream(bytes), object.datasetOffset())
                        .readAllBytes()
                : bytes;
        return CorpusReadTest.write(object, plain, SequenceLength.EXPLICIT);
    }

    /** The lines of dcmdump, without what tells of lengths and of the file's own description. */
    private static List<String> elements(Path file) throws IOException, InterruptedException {
        Process dcmdump = new ProcessBuilder("dcmdump", "-q", "+L", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String dump = new String(dcmdump.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertEquals(0, dcmdump.waitFor(), file.toString());
        return dump.lines()
                .filter(line -> TOLD.matcher(line).find())
                .map(line -> line.replaceAll(" *# *(u/l|\\d+), *\\d+ .*$", "")
                        .replaceAll(" with (un)?(explicit|defined) length( #=\\d+)?", ""))
                .toList();
    }
}
