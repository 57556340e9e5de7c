package org.aegle.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/run} says in one sentence why it does not start, and fails. */
class StartCommandIT {
    private static final Path COMMAND =
            Path.of("").toAbsolutePath().resolveSibling("bin/run").normalize();

    @TempDir
    private Path folder;

    @Test
    void addressOfOtherMachinesShouldNeedTls() throws Exception {
        assertRefused(Map.of("AEGLE_BIND", "0.0.0.0"), "set AEGLE_TLS_KEYSTORE for HTTPS");
    }

    @Test
    void demoHospitalShouldStayOnThisMachine() throws Exception {
        assertRefused(Map.of("AEGLE_BIND", "0.0.0.0"), "--demo needs a loopback address", "--demo");
    }

    @Test
    void takenPortShouldBeNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            assertRefused(Map.of("AEGLE_HTTP_PORT", port), "Port " + port + " is taken");
        }
    }

    @Test
    void takenDicomPortShouldBeNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            assertRefused(
                    Map.of(
                            "AEGLE_HTTP_PORT", "28091",
                            "AEGLE_MANAGEMENT_PORT", "29991",
                            "AEGLE_DICOM_PORT", port),
                    "Port " + port + " is taken");
        }
    }

    @Test
    void demoEntitiesShouldStayOnThisMachine() throws Exception {
        assertRefused(
                Map.of("AEGLE_DICOM_BIND", "0.0.0.0"),
                "--demo needs a loopback address, but AEGLE_DICOM_BIND",
                "--demo");
    }

    @Test
    void portShouldBeANumber() throws Exception {
        assertRefused(Map.of("AEGLE_HTTP_PORT", "http"), "must be a port from 1 to 65535");
    }

    @Test
    void homeThatCannotBeMadeShouldBeNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused(Map.of("AEGLE_HOME", file.resolve("home").toString()), "cannot be created");
    }

    @Test
    void oldJavaShouldBeRefused() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Path java = Files.writeString(
                bin.resolve("java"), "#!/bin/sh\necho 'openjdk version \"11.0.25\" 2024-10-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertRefused(Map.of("JAVA_HOME", bin.getParent().toString()), "Aegle needs JDK 17 or newer");
    }

    @Test
    void missingJavaShouldBeNamed() throws Exception {
        assertRefused(Map.of("JAVA_HOME", folder.toString()), "Java is missing");
    }

    @Test
    void keyStoreShouldBeReadable() throws Exception {
        Path store = Files.writeString(folder.resolve("key.p12"), "no key store");
        assertRefused(
                Map.of("AEGLE_TLS_KEYSTORE", store.toString(), "AEGLE_TLS_KEYSTORE_PASSWORD", "secret"),
                "is no PKCS #12 key store");
    }

    @Test
    void unknownOptionShouldShowTheUsage() throws Exception {
        String words = refusal(Map.of(), "--dmeo");
        assertTrue(words.startsWith("Usage: bin/run"), words);
        assertTrue(words.endsWith("Unknown option: --dmeo"), words);
    }

    private void assertRefused(Map<String, String> environment, String reason, String... options) throws Exception {
        String words = refusal(environment, options);
        assertTrue(words.contains(reason), words);
        assertEquals(1, words.lines().count(), words);
    }

    private String refusal(Map<String, String> environment, String... options) throws Exception {
        ProcessBuilder command = new ProcessBuilder(COMMAND.toString(), "--no-build").redirectErrorStream(true);
        command.command().addAll(List.of(options));
        command.environment().put("AEGLE_HOME", folder.resolve("home").toString());
        command.environment().putAll(environment);
        Process process = command.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertNotEquals(0, process.waitFor());
        return words.strip();
    }
}
