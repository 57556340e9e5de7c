package org.aegle.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keys and certificates of the TLS tests, as files: {@code ca.pem}, which the server trusts, {@code server.p12},
 * {@code modality1}, {@code modality2} and, of a stranger's authority, {@code impostor}, each as {@code .key} and
 * {@code .pem}. Of a server that runs already, they lie in its home.
 */
public final class TestPki {
    static final String PASSWORD = "changeit";

    private TestPki() {}

    /** Where they lie. */
    public static Path folder() {
        String home = System.getProperty("aegle.home");
        return home == null ? Path.of("target", "test-pki").toAbsolutePath() : Path.of(home, "test-pki");
    }

    /** A file of them. */
    public static String file(String name) {
        return folder().resolve(name).toString();
    }

    /** Makes them unless they are there. */
    static Path make(Path folder) {
        if (Files.exists(folder.resolve("server.p12"))) {
            return folder;
        }
        try {
            Path script = Path.of("src/test/resources/org/aegle/it/make-pki.sh").toAbsolutePath();
            Process process = new ProcessBuilder("bash", script.toString(), folder.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("no certificates: see " + folder.resolve("make-pki.log"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
