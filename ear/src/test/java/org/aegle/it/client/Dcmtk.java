package org.aegle.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aegle.it.Aegle;

/**
 * A command of dcmtk, the reference of another maker, that ended.
 *
 * @param exitCode 0 for success
 * @param output what it wrote
 */
public record Dcmtk(int exitCode, String output) {
    private static final long SECONDS = 120;

    /** Runs a service user as a calling AE title against the archive; options come before the peer, files after it. */
    public static Dcmtk call(String command, String callingAeTitle, List<String> options, List<String> files) {
        List<String> words = new ArrayList<>(List.of("-v", "-aet", callingAeTitle));
        if (!options.contains("-aec")) {
            words.addAll(List.of("-aec", "AEGLE"));
        }
        words.addAll(options);
        words.addAll(List.of("127.0.0.1", Integer.toString(Aegle.dicomPort())));
        words.addAll(files);
        return run(command, words);
    }

    /** Runs any command of the toolkit to its end. */
    public static Dcmtk run(String command, List<String> words) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(words);
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(line + " does not end: " + output);
            }
            return new Dcmtk(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Objects as files that the commands can send. */
    public static List<String> files(Path folder, List<byte[]> objects) {
        List<String> files = new ArrayList<>();
        try {
            for (byte[] object : objects) {
                Path file = folder.resolve(Part10.sopInstanceUid(object) + ".dcm");
                files.add(Files.write(file, object).toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** How often the output has a text. */
    public long count(String text) {
        return output.lines().filter(line -> line.contains(text)).count();
    }

    public boolean has(String text) {
        return output.contains(text);
    }
}
