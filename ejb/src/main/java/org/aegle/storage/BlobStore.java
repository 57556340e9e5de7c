package org.aegle.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * Keeps sealed bytes under a name. It knows nothing of what they are: naming, hashing and encryption are the
 * {@link BlobVault}'s.
 */
public interface BlobStore {
    /** Room for a new object; nothing is visible under {@code id} before {@link StagedBlob#publish()}. */
    StagedBlob stage(String id) throws IOException;

    /** The object's bytes from the start; throws {@link java.nio.file.NoSuchFileException} when there is none. */
    SeekableByteChannel open(String id) throws IOException;

    /** Removes the object; no effect when there is none. */
    void delete(String id) throws IOException;

    /** Bytes that can still be stored. */
    long free() throws IOException;
}
