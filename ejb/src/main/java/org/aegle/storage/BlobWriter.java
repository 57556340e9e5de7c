package org.aegle.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.aegle.refusal.Unavailable;

/**
 * Takes an object's bytes in the clear, in order; hashes, counts and seals them. Closing it unpublished discards. Where
 * the store takes no more, it refuses with {@link Unavailable}: that is not to be taken for a sender that broke off.
 */
public final class BlobWriter extends OutputStream {
    private static final System.Logger LOG = System.getLogger(BlobWriter.class.getName());

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
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        digest.update(bytes, offset, count);
        try {
            sealing.write(bytes, offset, count);
        } catch (IOException e) {
            throw unavailable(e);
        }
        length += count;
    }

    /** Bytes taken so far. */
    public long length() {
        return length;
    }

    /** Makes the object durable and says how to find it again. Nothing can be written afterwards. */
    public StoredBlob publish() {
        try {
            sealing.close();
            staged.publish();
        } catch (IOException e) {
            throw unavailable(e);
        }
        return new StoredBlob(id, length, digest.digest(), wrappedKey.clone());
    }

    @Override
    public void close() throws IOException {
        staged.close();
    }

    static Unavailable unavailable(IOException reason) {
        LOG.log(System.Logger.Level.WARNING, "The blob store takes nothing", reason);
        return new Unavailable(Unavailable.STORAGE);
    }
}
