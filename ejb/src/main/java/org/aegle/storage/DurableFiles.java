package org.aegle.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What it takes for a file to survive a power cut beyond writing it. */
final class DurableFiles {
    private DurableFiles() {}

    /** Without this, a file renamed into the folder can be gone after a power cut although its bytes were synced. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
