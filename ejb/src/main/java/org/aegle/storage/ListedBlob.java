package org.aegle.storage;

import java.time.Instant;

/**
 * An object as its store lists it.
 *
 * @param id its name
 * @param length bytes as they lie there, sealed
 * @param modified when it was written
 */
public record ListedBlob(String id, long length, Instant modified) {}
