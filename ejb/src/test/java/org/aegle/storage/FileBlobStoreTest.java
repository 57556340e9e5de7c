package org.aegle.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest extends BlobStoreContract {
    @TempDir
    private Path home;

    @Override
    BlobStore open() throws IOException {
        return new FileBlobStore(home.resolve("blobs"), staging());
    }

    @Override
    List<String> staged() throws IOException {
        try (Stream<Path> files = Files.list(staging())) {
            return files.map(Path::toString).toList();
        }
    }

    private Path staging() {
        return home.resolve("blobs/staging");
    }
}
