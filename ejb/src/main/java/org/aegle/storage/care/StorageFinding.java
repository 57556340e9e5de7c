package org.aegle.storage.care;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that is wrong with a stored object, or was.
 *
 * @param blob its name in the store
 * @param foundBy READ, SCRUB, SWEEP or REWRAP
 * @param length its bytes, sealed for an orphan, else in the clear; 0 where unknown
 * @param seenAt when it was found last
 * @param endedAt null as long as it is so
 * @param ending null as long as it is so
 */
public record StorageFinding(
        long id,
        String blob,
        FindingKind kind,
        String foundBy,
        long length,
        Instant foundAt,
        Instant seenAt,
        Instant endedAt,
        Ending ending)
        implements Serializable {}
