package org.aegle.settings;

import java.nio.file.Path;

/**
 * Where objects and their keys lie.
 *
 * @param blobs folder of the blob store (AEGLE_BLOB_STORE, {@code file:FOLDER})
 * @param staging folder for what is on its way in; on the same file system as {@code blobs}, so that a rename is atomic
 * @param masterKey file of the key-encryption key (AEGLE_MASTER_KEY_FILE); made at first start
 * @param lowWater bytes that must stay free on the file system; below it, nothing more is accepted
 */
public record StorageSettings(Path blobs, Path staging, Path masterKey, long lowWater) {}
