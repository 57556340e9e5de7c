package org.aegle.storage;

import com.google.crypto.tink.subtle.Random;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.aegle.refusal.Unavailable;
import org.aegle.settings.BlobPlace;
import org.aegle.settings.Settings;
import org.aegle.settings.StorageSettings;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * Stores objects sealed: every object has a key of its own, and its bytes are encrypted in segments (AES-256-GCM with
 * HKDF, in the format of Tink's streaming AEAD), so that any range can be read, and checked, without reading the rest.
 */
@ApplicationScoped
public class BlobVault {
    private static final int KEY_BYTES = 32;
    // Small enough for a cheap ranged read; stored objects have it, so it cannot change.
    private static final int SEGMENT_BYTES = 16 << 10;
    private static final System.Logger LOG = System.getLogger(BlobVault.class.getName());
    private static final byte[] PROBE = {'A', 'e', 'g', 'l', 'e'};

    private final Sealing sealing = Sealing.fastest(KEY_BYTES, SEGMENT_BYTES);

    @Inject
    private Settings settings;

    @Inject
    private Event<DamagedBlob> damage;

    private BlobStore store;
    private KeyRing keys;
    private long lowWater;
    private Consumer<DamagedBlob> told = damaged -> {};

    @PostConstruct
    void open() {
        open(settings.storage());
        told = this::tell;
    }

    void open(StorageSettings where) {
        lowWater = where.lowWater();
        try {
            keys = MasterKeyFile.read(where.masterKey());
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreFault("AEGLE_MASTER_KEY_FILE " + where.masterKey() + " cannot be used", e);
        }
        try {
            store = store(where);
        } catch (IOException e) {
            throw new StoreFault("The blob store " + where.place().display() + " cannot be used", e);
        }
    }

    private static BlobStore store(StorageSettings where) throws IOException {
        if (where.place() instanceof BlobPlace.Bucket bucket) {
            return new S3BlobStore(bucket, where.staging());
        }
        return new FileBlobStore(((BlobPlace.Folder) where.place()).path(), where.staging());
    }

    @PreDestroy
    void close() {
        store.close();
    }

    /** Starts a new object. Refuses with {@link Unavailable} when the store is nearly full or takes nothing. */
    public BlobWriter write() {
        try {
            if (hasRoom()) {
                return begin();
            }
        } catch (IOException e) {
            throw BlobWriter.unavailable(e);
        }
        throw new Unavailable(Unavailable.STORAGE);
    }

    private BlobWriter begin() throws IOException {
        String id = HexFormat.of().formatHex(Random.randBytes(16));
        byte[] key = Random.randBytes(KEY_BYTES);
        try {
            return seal(id, key, keys.wrap(id, key));
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
     * A range of the object's bytes in the clear. Reading throws {@link DamagedBlob} as soon as a segment is met that is
     * not what was written; so does this when the object is not there, or its length is another.
     */
    public InputStream read(StoredBlob blob, long offset, long length) throws IOException {
        SeekableByteChannel clear;
        try {
            clear = unsealed(blob);
        } catch (DamagedBlob e) {
            told.accept(e);
            throw e;
        }
        clear.position(offset);
        return BoundedInputStream.builder()
                .setInputStream(Channels.newInputStream(new CheckedChannel(blob.id(), clear, told)))
                .setMaxCount(length)
                .get();
    }

    private SeekableByteChannel unsealed(StoredBlob blob) throws IOException {
        SeekableByteChannel sealed = null;
        try {
            byte[] key = keys.unwrap(blob.id(), blob.wrappedKey());
            sealed = store.open(blob.id());
            if (sealed.size() != sealing.sealedLength(blob.length())) {
                throw new DamagedBlob(blob.id(), BlobCondition.CHANGED, null);
            }
            SeekableByteChannel clear = sealing.open(sealed, key, aad(blob.id()));
            sealed = null;
            return clear;
        } catch (NoSuchFileException e) {
            throw new DamagedBlob(blob.id(), BlobCondition.MISSING, e);
        } catch (KeyRing.UnknownKey e) {
            throw new DamagedBlob(blob.id(), BlobCondition.KEY_UNKNOWN, e);
        } catch (GeneralSecurityException e) {
            throw new DamagedBlob(blob.id(), BlobCondition.CHANGED, e);
        } finally {
            if (sealed != null) {
                sealed.close();
            }
        }
    }

    /**
     * Reads the whole object again and compares it with what was stored, quietly: the answer is the caller's to tell.
     *
     * @throws IOException when the store does not work at all, so that nothing can be said of the object
     */
    public BlobCondition check(StoredBlob blob) throws IOException {
        try (SeekableByteChannel clear = new CheckedChannel(blob.id(), unsealed(blob), damaged -> {});
                InputStream bytes = Channels.newInputStream(clear)) {
            boolean same = MessageDigest.isEqual(DigestUtils.sha256(bytes), blob.sha256());
            return same ? BlobCondition.WHOLE : BlobCondition.CHANGED;
        } catch (DamagedBlob e) {
            return e.condition();
        } catch (IOException e) {
            probe();
            return BlobCondition.UNREADABLE;
        }
    }

    /** All objects whose names begin with two hexadecimal digits, in order, as the store lists them. */
    public List<ListedBlob> list(String prefix) throws IOException {
        return store.list(prefix);
    }

    /** Whether there is an object of that name. */
    public boolean holds(String id) throws IOException {
        return store.holds(id);
    }

    /** Removes what has no rows. */
    public void deleteOrphan(ListedBlob orphan) throws IOException {
        store.delete(orphan.id());
    }

    /** The object with its key sealed by the current master key; the object itself is not touched. */
    public StoredBlob rewrap(StoredBlob blob) throws DamagedBlob {
        try {
            byte[] wrapped = keys.wrap(blob.id(), keys.unwrap(blob.id(), blob.wrappedKey()));
            return new StoredBlob(blob.id(), blob.length(), blob.sha256(), wrapped);
        } catch (KeyRing.UnknownKey e) {
            throw new DamagedBlob(blob.id(), BlobCondition.KEY_UNKNOWN, e);
        } catch (GeneralSecurityException e) {
            throw new DamagedBlob(blob.id(), BlobCondition.CHANGED, e);
        }
    }

    /** What the sealed keys of new objects begin with: the name of the current master key, as hexadecimal digits. */
    public String currentKey() {
        return keys.current();
    }

    /** Bytes that are free where objects are staged. */
    public long free() throws IOException {
        return store.free();
    }

    /** Bytes that must stay free there. */
    public long lowWater() {
        return lowWater;
    }

    public void delete(StoredBlob blob) throws IOException {
        delete(blob.id());
    }

    /** Removes an object of which no more than the name is left; no effect when it is gone already. */
    public void delete(String id) throws IOException {
        store.delete(id);
    }

    /** Whether more can be stored than the reserve that must stay free. */
    public boolean hasRoom() throws IOException {
        return store.free() > lowWater;
    }

    /** Stores, reads and removes a small object; throws when any of it fails. */
    public void probe() throws IOException {
        try (BlobWriter writer = begin()) {
            writer.write(PROBE);
            StoredBlob stored = writer.publish();
            try (InputStream back = read(stored)) {
                if (!Arrays.equals(PROBE, back.readAllBytes())) {
                    throw new IOException("an object came back changed");
                }
            } finally {
                delete(stored);
            }
        }
    }

    /** A fault in telling must not hide the fault that is told of. */
    private void tell(DamagedBlob damaged) {
        try {
            damage.fire(damaged);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Could not record that " + damaged.getMessage(), e);
        }
    }

    private static byte[] aad(String id) {
        return id.getBytes(StandardCharsets.US_ASCII);
    }
}
