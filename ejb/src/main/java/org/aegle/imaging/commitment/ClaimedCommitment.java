package org.aegle.imaging.commitment;

import java.time.Instant;

/**
 * A request that one worker has for itself for some minutes.
 *
 * @param id its key
 * @param transactionUid as the asker named it
 * @param aeTitle who asked
 * @param organization key of the asker's organisation
 * @param address where the request came from
 * @param requested when it was last asked for; a result belongs to that asking alone
 * @param attempts how often it was begun since then, this time included
 */
public record ClaimedCommitment(
        long id,
        String transactionUid,
        String aeTitle,
        long organization,
        String address,
        Instant requested,
        int attempts) {}
