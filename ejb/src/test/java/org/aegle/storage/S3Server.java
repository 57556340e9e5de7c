package org.aegle.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aegle.settings.BlobPlace;

/** A real S3 server, s3proxy over a folder, as a process with a port of its own and one bucket. */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "aegle-test";
    static final String ACCESS_KEY = "test-access-key";
    static final String SECRET_KEY = "test-secret-key";

    private static final long PATIENCE_SECONDS = 60;

    private final int port;
    private final Process process;

    S3Server(Path folder) throws IOException, InterruptedException {
        port = freePort();
        Path buckets = folder.resolve("buckets");
        Files.createDirectories(buckets.resolve(BUCKET));
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
                        "jclouds.filesystem.basedir=" + buckets));
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
        waitUntilItListens(folder);
    }

    /** Its bucket, below a prefix. */
    BlobPlace.Bucket place(String prefix) {
        return place(BUCKET, prefix, SECRET_KEY);
    }

    BlobPlace.Bucket place(String bucket, String prefix, String secretKey) {
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        return new BlobPlace.Bucket(bucket, prefix, endpoint, "us-east-1", ACCESS_KEY, secretKey);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void waitUntilItListens(Path folder) throws IOException, InterruptedException {
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
