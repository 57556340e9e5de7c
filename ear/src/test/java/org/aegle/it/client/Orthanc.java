package org.aegle.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aegle.it.Aegle;

/** An Orthanc beside Aegle, which it knows as the modality {@code aegle}. */
public final class Orthanc implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int httpPort = freePort();
    private final Process process;

    /**
     * Starts one.
     *
     * @param aeTitle that it calls with
     */
    public Orthanc(String aeTitle, int dicomPort, Path folder) throws Exception {
        Path configuration = folder.resolve("orthanc.json");
        Files.writeString(
                configuration,
                """
                {"Name": "Orthanc", "DicomAet": "%s", "DicomPort": %d, "HttpPort": %d,
                 "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [],
                 "RemoteAccessAllowed": false, "AuthenticationEnabled": false, "DicomCheckCalledAet": true,
                 "DicomModalities": {"aegle": {"AET": "AEGLE", "Host": "127.0.0.1", "Port": %d,
                                               "AllowStorageCommitment": true}}}
                """
                        .formatted(
                                aeTitle,
                                dicomPort,
                                httpPort,
                                folder.resolve("files"),
                                folder.resolve("files"),
                                Aegle.dicomPort()));
        process = new ProcessBuilder(program(), "--verbose", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orthanc.log").toFile())
                .start();
        Eventually.get("Orthanc's start", () -> isThere() ? Optional.of(true) : Optional.empty());
    }

    /** A TCP port that nobody has now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Debian puts it where the path of an ordinary user does not lead. */
    private static String program() {
        Path debian = Path.of("/usr/sbin/Orthanc");
        return Files.isExecutable(debian) ? debian.toString() : "Orthanc";
    }

    private boolean isThere() {
        try {
            return Http.text(HttpRequest.newBuilder(at("/system"))).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Reads a resource. */
    public JsonNode get(String path) throws IOException {
        return answer(Http.text(HttpRequest.newBuilder(at(path))));
    }

    /** Has something done. */
    public JsonNode post(String path, String body) throws IOException {
        return answer(Http.text(HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private static JsonNode answer(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
