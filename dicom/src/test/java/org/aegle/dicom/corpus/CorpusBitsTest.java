package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Every frame of single bits, wherever in a byte it begins, is what pydicom makes of it. PS3.5 8.1.1. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusBitsTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> bitsShouldBeThoseThatPydicomFinds() {
        return Corpus.open().good().stream()
                .filter(file -> file.number("bits_allocated", 0) == 1 && isNative(file))
                .map(file -> dynamicTest(file.name(), () -> assertEquals(theirs(file), ours(file))));
    }

    private static boolean isNative(CorpusFile file) {
        return TransferSyntax.find(file.text("transfer_syntax"))
                .filter(syntax -> !syntax.encapsulated())
                .isPresent();
    }

    private static List<String> ours(CorpusFile file) throws Exception {
        DecodedFile decoded = new DecodedFile(file.bytes());
        List<String> frames = new ArrayList<>();
        for (int number = 1; number <= decoded.frames(); number++) {
            byte[] samples = decoded.frame(number).samples();
            frames.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(samples)));
        }
        return frames;
    }

    private List<String> theirs(CorpusFile file) throws Exception {
        Path script = folder.resolve("frames.py");
        try (InputStream resource = CorpusBitsTest.class.getResourceAsStream("frames.py")) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Process python = new ProcessBuilder(
                        "/usr/bin/python3", script.toString(), file.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, python.waitFor());
        return output.lines().toList();
    }
}
