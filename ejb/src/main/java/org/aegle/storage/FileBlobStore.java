package org.aegle.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Objects as files, spread over 256 folders by the first two characters of their name. */
final class FileBlobStore implements BlobStore {
    private final Path root;
    private final Path staging;
    private final FileStore volume;

    FileBlobStore(Path root, Path staging) throws IOException {
        this.root = root;
        this.staging = staging;
        Files.createDirectories(staging);
        // Made now and synced once, so that publishing an object has only its own folder to sync.
        for (int i = 0; i < 256; i++) {
            Files.createDirectories(root.resolve(String.format("%02x", i)));
        }
        DurableFiles.syncFolder(root);
        volume = Files.getFileStore(root);
        StagedLeftovers.discard(staging);
    }

    @Override
    public StagedBlob stage(String id) throws IOException {
        return new StagedFile(staging.resolve(id), path(id));
    }

    @Override
    public SeekableByteChannel open(String id) throws IOException {
        return FileChannel.open(path(id), StandardOpenOption.READ);
    }

    @Override
    public void delete(String id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    @Override
    public boolean holds(String id) {
        return Files.exists(path(id));
    }

    @Override
    public List<ListedBlob> list(String prefix) throws IOException {
        List<ListedBlob> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve(prefix))) {
            for (Path file : files) {
                listed(file).ifPresent(found::add);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        found.sort(Comparator.comparing(ListedBlob::id));
        return found;
    }

    /** Nothing when it was removed meanwhile. */
    private static Optional<ListedBlob> listed(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new ListedBlob(
                    file.getFileName().toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // Holds nothing open.
    }

    @Override
    public long free() throws IOException {
        return volume.getUsableSpace();
    }

    private Path path(String id) {
        return root.resolve(id.substring(0, 2)).resolve(id);
    }
}
