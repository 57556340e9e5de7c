package org.aegle.storage;

import com.google.crypto.tink.StreamingAead;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.aegle.refusal.Unavailable;
import org.apache.commons.codec.digest.DigestUtils;

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

    BlobWriter(String id, byte[] wrappedKey, StagedBlob staged, StreamingAead cipher, byte[] aad)
            throws IOException, GeneralSecurityException {
        this.id = id;
        this.wrappedKey = wrappedKey.clone();
        this.staged = staged;
        this.sealing = cipher.newEncryptingStream(new Unclosed(staged), aad);
        this.digest = DigestUtils.getSha256Digest();
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

    /** Closing the cipher writes its last segment; the file is closed by publishing. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
        }

        @Override
        public void close() {
            // See the class comment.
        }
    }
}
