package org.aegle.dicom.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;

/**
 * Reads file sets: every file that looks like an object goes to a visitor, whether a DICOMDIR tells of it or not, since
 * many media have a wrong one or none. Names in a file set are never used as paths. Thread safe. PS3.10 8, PS3.12.
 */
public final class FileSetReader {
    private final FileSetLimits limits;

    /** A reader with the default limits. */
    public FileSetReader() {
        this(FileSetLimits.DEFAULT);
    }

    /** A reader with limits of one's own. */
    public FileSetReader(FileSetLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a zip in one pass; a stream that is none has no files. The stream is closed.
     *
     * @throws FileSetOverLimit when it is beyond a limit
     * @throws IOException when a stream fails or the visitor does
     */
    public FileSetContents readZip(InputStream in, FileSetVisitor visitor) throws IOException {
        FileSetInventory inventory = new FileSetInventory(visitor);
        try (BoundedZip zip = new BoundedZip(in, limits)) {
            for (Optional<ZipEntry> entry = zip.next(); entry.isPresent(); entry = zip.next()) {
                if (!entry.get().isDirectory()) {
                    read(entry.get().getName(), zip, inventory);
                }
                zip.finishEntry();
            }
        }
        return inventory.contents();
    }

    private void read(String name, BoundedZip zip, FileSetInventory inventory) throws IOException {
        Optional<FileId> place = FileId.ofPath(name.startsWith("./") ? name.substring(2) : name);
        if (place.isEmpty()) {
            inventory.refuseName();
            return;
        }
        if (place.get().components().size() > limits.folders() + 1) {
            throw new FileSetOverLimit("folders " + limits.folders());
        }
        inventory.file(place.get(), zip.content());
    }

    /**
     * Reads a folder, files in the order of their names. Links are not followed.
     *
     * @throws FileSetOverLimit when it is beyond a limit
     * @throws IOException when a file cannot be read or the visitor fails
     */
    public FileSetContents readFolder(Path folder, FileSetVisitor visitor) throws IOException {
        FileSetInventory inventory = new FileSetInventory(visitor);
        for (Path file : files(folder)) {
            Path name = folder.relativize(file);
            String[] components = new String[name.getNameCount()];
            for (int i = 0; i < components.length; i++) {
                components[i] = name.getName(i).toString();
            }
            Optional<FileId> place = FileId.parse(components);
            if (place.isEmpty()) {
                inventory.refuseName();
                continue;
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                inventory.file(place.get(), in);
            }
        }
        return inventory.contents();
    }

    private TreeSet<Path> files(Path folder) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        Files.walkFileTree(
                folder, EnumSet.noneOf(FileVisitOption.class), limits.folders() + 1, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (attributes.isDirectory()) {
                            throw new FileSetOverLimit("folders " + limits.folders());
                        }
                        if (attributes.isRegularFile() && files.add(file) && files.size() > limits.files()) {
                            throw new FileSetOverLimit("files " + limits.files());
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }
}
