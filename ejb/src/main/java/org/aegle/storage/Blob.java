package org.aegle.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A stored object as the database knows it; see {@link StoredBlob}. */
@Entity
@Table(name = "blob")
public class Blob {
    @Id
    private String id;

    private long length;

    private byte[] sha256;

    @Column(name = "wrapped_key")
    private byte[] wrappedKey;

    protected Blob() {}

    public Blob(StoredBlob stored) {
        id = stored.id();
        length = stored.length();
        sha256 = stored.sha256();
        wrappedKey = stored.wrappedKey();
    }

    public StoredBlob stored() {
        return new StoredBlob(id, length, sha256, wrappedKey);
    }
}
