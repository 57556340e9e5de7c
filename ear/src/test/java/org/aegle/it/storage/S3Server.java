package org.aegle.it.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real S3 server, s3proxy over a folder, as a process with a port of its own and one bucket. */
final class S3Server implements AutoCloseable {
    private static final String BUCKET = "aegle-test";
    private static final String ACCESS_KEY = "test-access-key";
    private static final String SECRET_KEY = "test-secret-key";
    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final int port = OwnAegle.freePort();
    private final Process process;

    S3Server(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(buckets().resolve(BUCKET));
        Path settings = Files.write(
                folder.resolve("s3proxy.properties"),
                List.of(
                        "s3proxy.authorization=aws-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.identity=unused",
                        "jclouds.credential=unused",
                        "jclouds.filesystem.basedir=" + buckets()));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        waitUntilItListens();
    }

    /** The settings of an Aegle that keeps its objects here. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("AEGLE_BLOB_STORE", "s3://" + BUCKET + "/hospital");
        settings.put("AEGLE_S3_ENDPOINT", "http://127.0.0.1:" + port);
        settings.put("AEGLE_S3_ACCESS_KEY", ACCESS_KEY);
        settings.put("AEGLE_S3_SECRET_KEY", SECRET_KEY);
        return settings;
    }

    /** The objects as the server keeps them, file by file. */
    List<Path> objects() throws IOException {
        try (Stream<Path> files = Files.walk(buckets().resolve(BUCKET))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private Path buckets() {
        return folder.resolve("buckets");
    }

    private void waitUntilItListens() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!listens()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "The S3 server did not start:\n" + Files.readString(folder.resolve("s3proxy.log")));
            }
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
