package org.aegle.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * Keeps sealed bytes under a name of at least two lower-case hexadecimal digits. It knows nothing of what they are:
 * naming, hashing and encryption are the {@link BlobVault}'s.
 */
public interface BlobStore extends AutoCloseable {
    /** Room for a new object; nothing is visible under {@code id} before {@link StagedBlob#publish()}. */
    StagedBlob stage(String id) throws IOException;

    /** The object's bytes from the start; throws {@link java.nio.file.NoSuchFileException} when there is none. */
    SeekableByteChannel open(String id) throws IOException;

    /** Whether there is such an object. */
    boolean holds(String id) throws IOException;

    /** Removes the object; no effect when there is none. */
    void delete(String id) throws IOException;

    /** All objects whose names begin with {@code prefix}, two hexadecimal digits, in the order of their names. */
    List<ListedBlob> list(String prefix) throws IOException;

    /** Bytes that can still be taken in: free on the file system where objects are staged. */
    long free() throws IOException;

    @Override
    void close();
}
