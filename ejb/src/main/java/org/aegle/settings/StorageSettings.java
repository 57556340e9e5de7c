package org.aegle.settings;

import java.nio.file.Path;

/**
 * Where objects and their keys lie.
 *
 * @param place where the sealed objects are (AEGLE_BLOB_STORE)
 * @param staging folder for what is on its way in; for objects in a folder it is in there, so that a rename is atomic
 * @param masterKey file of the key-encryption keys (AEGLE_MASTER_KEY_FILE); made at first start
 * @param lowWater bytes that must stay free where objects are staged (AEGLE_LOW_WATER_MB); below it, nothing more is
 *     accepted
 * @param care how they are looked after
 */
public record StorageSettings(BlobPlace place, Path staging, Path masterKey, long lowWater, CareSettings care) {
    /** The staging folder, for an administrator to read. */
    public String stagingDisplay() {
        return staging.toString();
    }

    /** Objects in a folder, with all else as usual. */
    public static StorageSettings in(Path folder, Path masterKey, long lowWater) {
        return new StorageSettings(
                new BlobPlace.Folder(folder), folder.resolve("staging"), masterKey, lowWater, CareSettings.USUAL);
    }
}
