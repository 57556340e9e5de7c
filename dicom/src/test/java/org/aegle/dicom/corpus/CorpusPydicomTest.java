package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.aegle.dicom.corpus.Corpus.CorpusFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What we read and write again is for pydicom the same data set as before. */
@EnabledIfEnvironmentVariable(named = "AEGLE_TEST_DATA", matches = ".+", disabledReason = "no corpus at hand")
class CorpusPydicomTest {
    @TempDir
    Path folder;

    @Test
    void rewrittenFilesShouldHaveTheSameElements() throws IOException, InterruptedException {
        Path script = folder.resolve("compare.py");
        try (InputStream resource = CorpusPydicomTest.class.getResourceAsStream("compare.py")) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Path pairs = Files.writeString(folder.resolve("pairs"), pairs());
        Process python = new ProcessBuilder("/usr/bin/python3", script.toString())
                .redirectInput(pairs.toFile())
                .redirectErrorStream(true)
                .start();
        String differences = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, python.waitFor(), differences);
        assertEquals("", differences);
    }

    private String pairs() throws IOException {
        List<CorpusFile> files = Corpus.open().good().stream()
                .filter(CorpusDcmtkTest::isWritable)
                .toList();
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            Path rewritten = folder.resolve(i + ".dcm");
            Files.write(rewritten, CorpusDcmtkTest.rewrite(files.get(i).bytes()));
            pairs.append(files.get(i).path()).append('\t').append(rewritten).append('\n');
        }
        return pairs.toString();
    }
}
