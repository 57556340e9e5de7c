package org.aegle.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Takes an object's bytes in the clear, in order; hashes, counts and seals them. Closing it unpublished discards. */
public final class BlobWriter extends OutputStream {
    private final String id;
    private final byte[] wrappedKey;
    private final StagedBlob staged;
    private final OutputStream sealing;
    private final MessageDigest digest;
    private long length;

    BlobWriter(String id, byte[] wrappedKey, StagedBlob staged, OutputStream sealing, MessageDigest digest) {
        this.id = id;
        this.wrappedKey = wrappedKey.clone();
        this.staged = staged;
        this.sealing = sealing;
        this.digest = digest;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        digest.update(bytes, offset, count);
        sealing.write(bytes, offset, count);
        length += count;
    }

    /** Bytes taken so far. */
    public long length() {
        return length;
    }

    /** Makes the object durable and says how to find it again. Nothing can be written afterwards. */
    public StoredBlob publish() throws IOException {
        sealing.close();
        staged.publish();
        return new StoredBlob(id, length, digest.digest(), wrappedKey.clone());
    }

    @Override
    public void close() throws IOException {
        staged.close();
    }
}
