package org.aegle.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

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
        discardLeftovers();
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
    public long free() throws IOException {
        return volume.getUsableSpace();
    }

    private Path path(String id) {
        return root.resolve(id.substring(0, 2)).resolve(id);
    }

    /** What lies in staging at start was never acknowledged. */
    private void discardLeftovers() throws IOException {
        try (Stream<Path> files = Files.list(staging)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
