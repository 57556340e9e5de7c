package org.aegle.it.durability;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A disk with a file system (ext4) of its own, in a file behind a loop device, whose power can be cut: from that moment
 * on nothing is written to it any more, whatever the kernel still had in memory, and every call on it fails. What the
 * file has then is what the disk would have. Only root can make one.
 */
final class LoopDisk implements AutoCloseable {
    /** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: the way in which the kernel's own tests cut the power. */
    private static final String CUT =
            "import fcntl,os,struct,sys; fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))";

    private static final int TRIES = 300;

    private final Path folder;
    private final String device;

    LoopDisk(Path place, long bytes) throws IOException, InterruptedException {
        Path image = place.resolve("disk.img");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(bytes);
        }
        folder = Files.createDirectory(place.resolve("disk"));
        run("mkfs.ext4", "-q", "-F", image.toString());
        device = run("losetup", "--find", "--show", image.toString());
        mount();
    }

    /** Whether this machine lets us. */
    static boolean isPossible() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/dev/loop-control"));
    }

    Path folder() {
        return folder;
    }

    void cut() throws IOException, InterruptedException {
        run("python3", "-c", CUT, folder.toString());
    }

    /** Brings it back as the disk has it; nobody may use it meanwhile. */
    void restore() throws IOException, InterruptedException {
        unmount();
        mount();
    }

    @Override
    public void close() throws IOException {
        try {
            unmount();
            run("losetup", "--detach", device);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void mount() throws IOException, InterruptedException {
        run("mount", device, folder.toString());
    }

    /** A process that was killed may take a moment to let go of its files. */
    private void unmount() throws IOException, InterruptedException {
        for (int i = 1; ; i++) {
            try {
                run("umount", folder.toString());
                return;
            } catch (IOException busy) {
                if (i == TRIES) {
                    throw busy;
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + words);
        }
        return words;
    }
}
