package org.aegle.storage;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** A key that seals the objects' keys: AES-256-GCM, bound to the object's name. */
final class MasterKey {
    /** Bytes of a key. */
    static final int BYTES = 32;

    /** Bytes of a key's name, with which everything begins that it sealed. */
    static final int NAME_BYTES = 4;

    private static final byte[] PURPOSE = "Aegle master key".getBytes(StandardCharsets.US_ASCII);

    private final byte[] name;
    private final AesGcmJce cipher;

    MasterKey(byte[] key) throws GeneralSecurityException {
        cipher = new AesGcmJce(key);
        // Tells which key it is and nothing about it.
        name = Arrays.copyOf(DigestUtils.sha256(concatenated(PURPOSE, key)), NAME_BYTES);
    }

    String name() {
        return HexFormat.of().formatHex(name);
    }

    boolean isNamed(byte[] wrapped) {
        return Arrays.equals(name, 0, NAME_BYTES, wrapped, 0, NAME_BYTES);
    }

    byte[] wrap(String id, byte[] key) throws GeneralSecurityException {
        return concatenated(name, cipher.encrypt(key, id.getBytes(StandardCharsets.US_ASCII)));
    }

    /** @param sealed what follows the key's name */
    byte[] unwrap(String id, byte[] sealed) throws GeneralSecurityException {
        return cipher.decrypt(sealed, id.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
