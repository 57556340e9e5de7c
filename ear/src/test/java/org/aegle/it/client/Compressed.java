package org.aegle.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Objects that dcmtk, the reference of another maker, compressed or decompressed. */
public final class Compressed {
    private Compressed() {}

    /** The object as a command such as {@code dcmcjpls} writes it. Fails when the command does. */
    public static byte[] by(String command, byte[] object, String... options) {
        try {
            Path folder = Files.createTempDirectory("aegle-it");
            Path from = Files.write(folder.resolve("from.dcm"), object);
            Path to = folder.resolve("to.dcm");
            List<String> words = new ArrayList<>(List.of(options));
            words.addAll(List.of(from.toString(), to.toString()));
            Dcmtk ended = Dcmtk.run(command, words);
            if (ended.exitCode() != 0) {
                throw new AssertionError(command + " cannot take the object: " + ended.output());
            }
            byte[] written = Files.readAllBytes(to);
            Files.delete(from);
            Files.delete(to);
            Files.delete(folder);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
