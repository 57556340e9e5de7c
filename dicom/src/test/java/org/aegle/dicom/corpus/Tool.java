package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs an independent codec's command that bin/test installs. */
public final class Tool {
    private static final Pattern PLACE = Pattern.compile("\\{(in|out)(\\.\\w+)}");

    private Tool() {}

    /**
     * Runs a command on a file given as bytes; gives the bytes of the file that it makes.
     *
     * @param command the words, the files named {in.dcm} and {out.dcm} or with another suffix
     */
    public static byte[] convert(byte[] input, String... command) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("aegle-codec");
        try {
            List<String> line = new ArrayList<>(List.of(command));
            line.replaceAll(word -> PLACE.matcher(word).replaceAll(folder + "/$1$2"));
            Files.write(file(line, folder, "in"), input);
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), () -> String.join(" ", line) + ": " + output);
            return Files.readAllBytes(file(line, folder, "out"));
        } finally {
            try (var files = Files.list(folder)) {
                for (Path path : files.toList()) {
                    Files.delete(path);
                }
            }
            Files.delete(folder);
        }
    }

    private static Path file(List<String> line, Path folder, String name) {
        String start = folder + "/" + name + ".";
        return Path.of(
                line.stream().filter(word -> word.startsWith(start)).findFirst().orElseThrow());
    }
}
