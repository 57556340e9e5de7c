package org.aegle.storage;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** The key that seals the objects' keys: AES-256-GCM, bound to the object's name. */
final class MasterKey {
    private static final int BYTES = 32;

    private final AesGcmJce cipher;

    private MasterKey(byte[] key) throws GeneralSecurityException {
        cipher = new AesGcmJce(key);
    }

    /** Reads the key, or makes it when the file is not there. Losing this file is losing every object. */
    static MasterKey at(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            create(file);
        }
        byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
        if (key.length != BYTES) {
            throw new IOException("The master key must be 64 hexadecimal digits: " + file);
        }
        return new MasterKey(key);
    }

    byte[] wrap(String id, byte[] key) throws GeneralSecurityException {
        return cipher.encrypt(key, id.getBytes(StandardCharsets.US_ASCII));
    }

    byte[] unwrap(String id, byte[] wrapped) throws GeneralSecurityException {
        return cipher.decrypt(wrapped, id.getBytes(StandardCharsets.US_ASCII));
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(file.getParent(), "master", ".new", ownerOnly);
        Files.writeString(draft, HexFormat.of().formatHex(Random.randBytes(BYTES)), StandardOpenOption.SYNC);
        // A link never replaces: of two nodes starting at once, both go on with the first one's key.
        try {
            Files.createLink(file, draft);
        } catch (java.nio.file.FileAlreadyExistsException anotherNodeWasFirst) {
            Files.delete(draft);
            return;
        }
        Files.delete(draft);
        DurableFiles.syncFolder(file.getParent());
    }
}
