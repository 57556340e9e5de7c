package org.aegle.storage;

import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The file with the master keys: one in a line, 64 hexadecimal digits, the current one first; lines that begin with #
 * are remarks.
 */
final class MasterKeyFile {
    private MasterKeyFile() {}

    /** Reads the keys, or makes one when the file is not there. Losing this file is losing every object. */
    static KeyRing read(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            create(file);
        }
        List<MasterKey> keys = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                keys.add(key(file, text));
            }
        }
        if (keys.isEmpty()) {
            throw new StoreFault("AEGLE_MASTER_KEY_FILE " + file + " has no key");
        }
        return new KeyRing(keys);
    }

    private static MasterKey key(Path file, String text) throws GeneralSecurityException {
        if (!text.matches("[0-9a-fA-F]{" + 2 * MasterKey.BYTES + "}")) {
            throw new StoreFault("AEGLE_MASTER_KEY_FILE " + file + " must have 64 hexadecimal digits in each line");
        }
        return new MasterKey(HexFormat.of().parseHex(text));
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(file.getParent(), "master", ".new", ownerOnly);
        String key = HexFormat.of().formatHex(Random.randBytes(MasterKey.BYTES));
        Files.writeString(draft, key, StandardOpenOption.SYNC);
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
