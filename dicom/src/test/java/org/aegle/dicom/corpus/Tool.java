package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs an independent codec's command that bin/test installs. */
public final class Tool {
    private Tool() {}

    /** Runs a command on a file given as bytes; gives the bytes of the file that it makes. */
    public static byte[] convert(byte[] input, String... command) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("aegle-codec");
        Path in = folder.resolve("in.dcm");
        Path out = folder.resolve("out.dcm");
        try {
            Files.write(in, input);
            List<String> line = new ArrayList<>(List.of(command));
            line.replaceAll(word -> word.replace("{in}", in.toString()).replace("{out}", out.toString()));
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), () -> String.join(" ", line) + ": " + output);
            return Files.readAllBytes(out);
        } finally {
            for (Path path : List.of(in, out, folder)) {
                Files.deleteIfExists(path);
            }
        }
    }
}
