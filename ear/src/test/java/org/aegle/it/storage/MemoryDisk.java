package org.aegle.it.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small file system in memory, on which nobody else's files come and go. Where we may mount it is one of its own, which
 * can be full and made read-only; else a folder of the large one that all share.
 */
final class MemoryDisk implements AutoCloseable {
    private static final Path SHARED = Path.of("/dev/shm");

    private final Path folder;
    private final boolean own;

    MemoryDisk(int megabytes) throws IOException, InterruptedException {
        folder = Files.createTempDirectory(SHARED, "aegle-it");
        own = "root".equals(System.getProperty("user.name"))
                && run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "aegle-it", folder.toString());
    }

    Path folder() {
        return folder;
    }

    /** Whether it is a file system of its own. */
    boolean isOwn() {
        return own;
    }

    /** @param mode {@code ro} or {@code rw} */
    void remount(String mode) throws IOException, InterruptedException {
        if (!run("mount", "-o", "remount," + mode, folder.toString())) {
            throw new IOException(folder + " cannot be made " + mode);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (own && !run("umount", folder.toString())) {
                throw new IOException(folder + " cannot be unmounted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            System.err.println(String.join(" ", command) + ": " + words);
            return false;
        }
        return true;
    }
}
