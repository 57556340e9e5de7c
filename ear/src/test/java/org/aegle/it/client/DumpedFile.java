package org.aegle.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A DICOM file as an independent reader, DCMTK's dcmdump, sees it. */
public record DumpedFile(String text) {
    /** Fails when dcmdump is missing or finds anything wrong. */
    public static DumpedFile of(Path file) {
        try {
            Process dump = new ProcessBuilder("dcmdump", "--load-all", "--print-all", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (dump.waitFor() != 0 || text.contains("E: ")) {
                throw new AssertionError("dcmdump cannot read the file: " + text);
            }
            return new DumpedFile(text);
        } catch (IOException e) {
            throw new UncheckedIOException("dcmdump (Debian package dcmtk) must be installed; bin/test does so", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while dcmdump ran", e);
        }
    }

    /** The value of an attribute of the top level that is printed in brackets. */
    public String value(String tag) {
        Matcher line =
                Pattern.compile("(?m)^\\(" + tag + "\\) .. \\[([^]]*)\\]").matcher(text);
        if (!line.find()) {
            throw new AssertionError("no (" + tag + ") in " + text);
        }
        return line.group(1).strip();
    }
}
