package org.aegle.storage;

/**
 * What must be remembered of a stored object to read it again.
 *
 * @param id its name in the store, random
 * @param length bytes in the clear
 * @param sha256 digest of the bytes in the clear, 32 bytes
 * @param wrappedKey the object's own key, sealed with the master key
 */
public record StoredBlob(String id, long length, byte[] sha256, byte[] wrappedKey) {}
