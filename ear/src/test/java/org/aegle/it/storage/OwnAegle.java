package org.aegle.it.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Eventually;
import org.aegle.it.client.Http;
import org.aegle.it.client.Multipart;

/** An Aegle beside the one that all tests share, for what must be done to a server of its own. */
public final class OwnAegle implements AutoCloseable {
    private static final String PASSWORD = "Correct-Horse-2026";
    private static final String BOUNDARY = "own-aegle-boundary";
    private static final Path COMMANDS =
            Path.of("").toAbsolutePath().resolveSibling("bin").normalize();
    private static final long START_SECONDS = 300;
    private static final long STOP_SECONDS = 120;

    private final Path home;
    private final Map<String, String> settings = new HashMap<>();
    private Process process;

    /** @param home its AEGLE_HOME; what is in it stays there */
    public OwnAegle(Path home, Map<String, String> more) {
        this.home = home;
        for (String port :
                List.of("HTTP_PORT", "HTTPS_PORT", "MANAGEMENT_PORT", "DB_PORT", "DICOM_PORT", "DICOM_TLS_PORT")) {
            settings.put("AEGLE_" + port, Integer.toString(freePort()));
        }
        settings.put("AEGLE_HOME", home.toString());
        settings.put("AEGLE_DEMO_PASSWORD", PASSWORD);
        settings.putAll(more);
    }

    /** Starts it and waits until it is ready. */
    public void start() throws IOException, InterruptedException {
        process = run();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!words().contains("Aegle is ready")) {
            if (process.waitFor(250, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IllegalStateException("Aegle did not start:\n" + words());
            }
        }
    }

    /** Waits until the demo hospital has its images, which it draws in the background at its first start. */
    public void awaitImages() throws Exception {
        Path serverLog = home.resolve("logs/server.log");
        Eventually.get(
                "The demo hospital's images",
                () -> Files.readString(serverLog).contains("The demo hospital has its images")
                        ? Optional.of(true)
                        : Optional.empty());
    }

    /** What it says when it does not start. */
    public String startInVain() throws IOException, InterruptedException {
        process = run();
        if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end: " + words());
        }
        if (process.exitValue() == 0) {
            throw new IllegalStateException("It ended as if all were well: " + words());
        }
        return words();
    }

    private Process run() throws IOException {
        Files.createDirectories(home);
        ProcessBuilder run = new ProcessBuilder(COMMANDS.resolve("run").toString(), "--demo", "--no-build")
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        run.environment().putAll(settings);
        return run.start();
    }

    private Path log() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    private String words() throws IOException {
        return Files.readString(log());
    }

    /** Ends its database, as a crash would, or starts it again. */
    public void database(String verb) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(
                        COMMANDS.resolve("postgres").toString(), verb, home.toString(), settings.get("AEGLE_DB_PORT"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (command.waitFor() != 0) {
            throw new IllegalStateException("bin/postgres " + verb + " failed");
        }
    }

    public String token() {
        String credentials =
                Base64.getEncoder().encodeToString(("demo-emr:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = Http.text(HttpRequest.newBuilder(at("/oauth/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=system/*.cruds")));
        String text = answer.body();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + text);
        }
        return text.replaceFirst("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    public HttpResponse<String> store(String token, List<byte[]> objects) {
        return Http.text(storing(token, objects));
    }

    /** STOW-RS of objects, to be sent. */
    public HttpRequest.Builder storing(String token, List<byte[]> objects) {
        return HttpRequest.newBuilder(at("/dicom-web/studies"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", Dicomweb.contentType(BOUNDARY))
                .header("Accept", "application/dicom+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Multipart.write(BOUNDARY, "application/dicom", objects)));
    }

    /** WADO-RS of one object as it was stored. */
    public HttpResponse<byte[]> retrieve(String token, String path) {
        return retrieve(token, path, "application/dicom; transfer-syntax=*");
    }

    /** WADO-RS of what a path names in the form that Accept asks for. */
    public HttpResponse<byte[]> retrieve(String token, String path, String accept) {
        return Http.bytes(HttpRequest.newBuilder(at("/dicom-web" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", accept));
    }

    public HttpResponse<String> readiness() {
        return Http.text(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + settings.get("AEGLE_MANAGEMENT_PORT") + "/health/ready")));
    }

    public Path home() {
        return home;
    }

    /** The command that was started, {@code bin/run}. */
    public ProcessHandle command() {
        return process.toHandle();
    }

    /** Its database, as the user that it is there itself. */
    public Connection openDatabase() throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + settings.get("AEGLE_DB_PORT") + "/aegle",
                "aegle",
                Files.readString(home.resolve("keys/database-password")).strip());
    }

    public int dicomPort() {
        return Integer.parseInt(settings.get("AEGLE_DICOM_PORT"));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + settings.get("AEGLE_HTTP_PORT") + path);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
