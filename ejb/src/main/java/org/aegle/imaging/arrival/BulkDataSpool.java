package org.aegle.imaging.arrival;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.Map;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.storage.BlobVault;
import org.aegle.storage.BlobWriter;
import org.aegle.storage.StoredBlob;

/**
 * Bulk data between its arrival and its place in an object: small values in memory, others sealed in the store like any
 * object, and removed at the latest when this is closed. For one thread.
 */
final class BulkDataSpool implements Closeable {
    private static final int SMALL = 64 << 10;
    private static final int MEMORY = 16 << 20;

    private final BlobVault vault;
    private final Map<BulkValue, StoredBlob> spooled = new IdentityHashMap<>();
    private int held;

    BulkDataSpool(BlobVault vault) {
        this.vault = vault;
    }

    /** Takes a value to its end; nothing of it is kept when it breaks off. */
    BulkValue take(InputStream content) throws IOException {
        byte[] start = content.readNBytes(SMALL + 1);
        if (start.length <= SMALL && held + start.length <= MEMORY) {
            held += start.length;
            return BulkValue.of(start);
        }
        try (BlobWriter writer = vault.write()) {
            writer.write(start, 0, start.length);
            content.transferTo(writer);
            StoredBlob blob = writer.publish();
            BulkValue value = new Spooled(vault, blob);
            spooled.put(value, blob);
            return value;
        }
    }

    /** Nobody needs the value any more. */
    void release(BulkValue value) throws IOException {
        StoredBlob blob = spooled.remove(value);
        if (blob != null) {
            vault.delete(blob);
        } else {
            held -= (int) value.length();
        }
    }

    @Override
    public void close() throws IOException {
        for (StoredBlob blob : spooled.values()) {
            vault.delete(blob);
        }
        spooled.clear();
    }

    private record Spooled(BlobVault vault, StoredBlob blob) implements BulkValue {
        @Override
        public long length() {
            return blob.length();
        }

        @Override
        public InputStream open(long offset, long length) throws IOException {
            return vault.read(blob, offset, length);
        }
    }
}
