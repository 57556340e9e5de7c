import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the PostgreSQL binaries (a tar.xz inside a jar of Maven Central) into a folder, with their symbolic links and
 * execute bits, so that a build needs neither tar nor xz on the machine. Does nothing when the folder already holds the
 * version asked for.
 *
 * <p>Run by the build as a single source file: {@code java UnpackPostgres.java ARCHIVE-FOLDER TARGET VERSION}.
 */
final class UnpackPostgres {

    private static final String STAMP = ".version";
    private static final int EXECUTE_BY_OWNER = 0100;

    public static void main(String... arguments) throws IOException {
        Path archives = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        String version = arguments[2];
        Path stamp = target.resolve(STAMP);
        if (Files.exists(stamp) && Files.readString(stamp).equals(version)) {
            return;
        }
        delete(target);
        unpack(archiveIn(archives), Files.createDirectories(target).toRealPath());
        Files.writeString(stamp, version);
    }

    private static Path archiveIn(Path folder) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.txz")) {
            return found.iterator().next();
        }
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, inside(target, entry.getName()));
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(path, permissions((entry.getMode() & EXECUTE_BY_OWNER) != 0));
    }

    /** Readable by all, because the server runs as another user when it is started by root. */
    private static Set<PosixFilePermission> permissions(boolean executable) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive names a path outside of its folder: " + name);
        }
        return path;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
