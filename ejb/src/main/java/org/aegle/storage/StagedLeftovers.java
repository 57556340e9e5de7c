package org.aegle.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What lies in staging at start was never acknowledged. */
final class StagedLeftovers {
    private StagedLeftovers() {}

    static void discard(Path staging) throws IOException {
        try (Stream<Path> files = Files.list(staging)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
