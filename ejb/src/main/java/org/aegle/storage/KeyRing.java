package org.aegle.storage;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The master keys: the first seals the keys of new objects, all of them open what they once sealed. So a key is
 * replaced without touching an object: put a new one before it, seal the objects' keys anew, take the old one away.
 */
final class KeyRing {
    /** A sealed key without the name of the master key, as the first releases wrote it: nonce, key, tag. */
    private static final int UNNAMED_BYTES = 12 + MasterKey.BYTES + 16;

    private final List<MasterKey> keys;

    /** @param keys at least one, the current one first */
    KeyRing(List<MasterKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** The name of the key that seals what is new. */
    String current() {
        return keys.get(0).name();
    }

    byte[] wrap(String id, byte[] key) throws GeneralSecurityException {
        return keys.get(0).wrap(id, key);
    }

    /** Throws {@link UnknownKey} when none of the keys sealed it. */
    byte[] unwrap(String id, byte[] wrapped) throws GeneralSecurityException {
        if (wrapped.length == UNNAMED_BYTES) {
            return unwrapUnnamed(id, wrapped);
        }
        Optional<MasterKey> key =
                keys.stream().filter(candidate -> candidate.isNamed(wrapped)).findFirst();
        if (key.isEmpty()) {
            throw new UnknownKey();
        }
        return key.get().unwrap(id, Arrays.copyOfRange(wrapped, MasterKey.NAME_BYTES, wrapped.length));
    }

    private byte[] unwrapUnnamed(String id, byte[] wrapped) throws GeneralSecurityException {
        for (MasterKey key : keys) {
            try {
                return key.unwrap(id, wrapped);
            } catch (GeneralSecurityException notThisOne) {
                continue;
            }
        }
        throw new UnknownKey();
    }

    /** No key in the file sealed it. */
    static final class UnknownKey extends GeneralSecurityException {
        UnknownKey() {
            super("no master key in the key file opens it");
        }
    }
}
