package org.aegle.storage;

import com.google.crypto.tink.subtle.Random;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.aegle.refusal.Unavailable;
import org.aegle.settings.Settings;
import org.aegle.settings.StorageSettings;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * Stores objects sealed: every object has a key of its own, and its bytes are encrypted in segments (AES-256-GCM with
 * HKDF, Tink's streaming AEAD), so that any range can be read, and checked, without reading the rest.
 */
@ApplicationScoped
public class BlobVault {
    private static final int KEY_BYTES = 32;
    // Small enough for a cheap ranged read, and for the virtual machine to find its fast path for GCM early.
    private static final int SEGMENT_BYTES = 16 << 10;
    private static final byte[] PROBE = {'A', 'e', 'g', 'l', 'e'};

    private final Sealing sealing = Sealing.fastest(KEY_BYTES, SEGMENT_BYTES);

    @Inject
    private Settings settings;

    private BlobStore store;
    private MasterKey masterKey;
    private long lowWater;

    @PostConstruct
    void open() {
        open(settings.storage());
    }

    void open(StorageSettings where) {
        try {
            store = new FileBlobStore(where.blobs(), where.staging());
            masterKey = MasterKey.at(where.masterKey());
            lowWater = where.lowWater();
        } catch (IOException e) {
            throw new UncheckedIOException("The blob store cannot be used", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The master key cannot be used", e);
        }
    }

    /** Starts a new object. Refuses with {@link Unavailable} when the store is nearly full. */
    public BlobWriter write() throws IOException {
        if (!hasRoom()) {
            throw new Unavailable("storage space");
        }
        String id = HexFormat.of().formatHex(Random.randBytes(16));
        byte[] key = Random.randBytes(KEY_BYTES);
        try {
            return seal(id, key, masterKey.wrap(id, key));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot seal an object", e);
        }
    }

    private BlobWriter seal(String id, byte[] key, byte[] wrappedKey) throws IOException, GeneralSecurityException {
        StagedBlob staged = store.stage(id);
        try {
            return new BlobWriter(id, wrappedKey, staged, sealing.seal(staged, key, aad(id)), sealing.sha256());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            staged.close();
            throw e;
        }
    }

    /** The object's bytes in the clear, from first to last. */
    public InputStream read(StoredBlob blob) throws IOException {
        return read(blob, 0, blob.length());
    }

    /**
     * A range of the object's bytes in the clear. Reading throws {@link IOException} as soon as a segment is met that
     * is not what was written.
     */
    public InputStream read(StoredBlob blob, long offset, long length) throws IOException {
        SeekableByteChannel sealed = store.open(blob.id());
        try {
            byte[] key = masterKey.unwrap(blob.id(), blob.wrappedKey());
            SeekableByteChannel clear = sealing.open(sealed, key, aad(blob.id()));
            clear.position(offset);
            return BoundedInputStream.builder()
                    .setInputStream(Channels.newInputStream(clear))
                    .setMaxCount(length)
                    .get();
        } catch (GeneralSecurityException e) {
            sealed.close();
            throw new IOException("object " + blob.id() + " cannot be unsealed", e);
        } catch (IOException | RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    public void delete(StoredBlob blob) throws IOException {
        store.delete(blob.id());
    }

    /** Whether more can be stored than the reserve that must stay free. */
    public boolean hasRoom() throws IOException {
        return store.free() > lowWater;
    }

    /** Stores, reads and removes a small object; throws when any of it fails. */
    public void probe() throws IOException {
        try (BlobWriter writer = write()) {
            writer.write(PROBE);
            StoredBlob stored = writer.publish();
            try (InputStream back = read(stored)) {
                if (!java.util.Arrays.equals(PROBE, back.readAllBytes())) {
                    throw new IOException("an object came back changed");
                }
            } finally {
                delete(stored);
            }
        }
    }

    private static byte[] aad(String id) {
        return id.getBytes(StandardCharsets.US_ASCII);
    }
}
