package org.aegle.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The product as everybody starts it, {@code bin/run --demo}, once for all tests of a run: on ports and in a home of its
 * own. With {@code -Daegle.base=URL} the tests ask a server that runs already.
 */
public class RunningAegle implements LauncherSessionListener {
    static final int HTTP_PORT = 28080;
    static final int DICOM_PORT = 21112;
    static final int DICOM_TLS_PORT = 22762;
    static final int MANAGEMENT_PORT = 29990;
    static final int DATABASE_PORT = 25433;
    static final String DEMO_PASSWORD = "Correct-Horse-2026";

    private static final long START_SECONDS = 300;
    private static final long STOP_SECONDS = 60;
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path HOME = TARGET.resolve("test-home");

    private Process process;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("aegle.base") == null) {
            start();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (process != null) {
            stop();
        }
    }

    private void start() {
        try {
            removeOldHome();
            Path log = TARGET.resolve("aegle.log");
            ProcessBuilder run = new ProcessBuilder(
                            TARGET.getParent().resolveSibling("bin/run").toString(), "--demo", "--no-build")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            run.environment().putAll(environment());
            process = run.start();
            waitUntilReady(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment() {
        Path pki = TestPki.make(TARGET.resolve("test-pki"));
        return Map.ofEntries(
                Map.entry("AEGLE_HOME", HOME.toString()),
                Map.entry("AEGLE_HTTP_PORT", Integer.toString(HTTP_PORT)),
                Map.entry("AEGLE_HTTPS_PORT", "28443"),
                Map.entry("AEGLE_DICOM_PORT", Integer.toString(DICOM_PORT)),
                Map.entry("AEGLE_DICOM_TLS_PORT", Integer.toString(DICOM_TLS_PORT)),
                Map.entry("AEGLE_DICOM_TLS_KEYSTORE", pki.resolve("server.p12").toString()),
                Map.entry("AEGLE_DICOM_TLS_KEYSTORE_PASSWORD", TestPki.PASSWORD),
                Map.entry("AEGLE_DICOM_TLS_TRUSTED", pki.resolve("ca.pem").toString()),
                Map.entry("AEGLE_MANAGEMENT_PORT", Integer.toString(MANAGEMENT_PORT)),
                Map.entry("AEGLE_DB_PORT", Integer.toString(DATABASE_PORT)),
                Map.entry("AEGLE_DEMO_PASSWORD", DEMO_PASSWORD));
    }

    private void waitUntilReady(Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(log).contains("Aegle is ready")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                stop();
                throw new IllegalStateException("Aegle did not start:\n" + Files.readString(log));
            }
            pause();
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Aegle did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        try {
            process.waitFor(250, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeOldHome() throws IOException {
        if (Files.exists(HOME)) {
            try (Stream<Path> all = Files.walk(HOME)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }
}
