package org.aegle.imaging.commitment;

/**
 * A request that one worker has for itself for some minutes.
 *
 * @param id its key
 * @param transactionUid as the asker named it
 * @param aeTitle who asked
 * @param organization key of the asker's organisation
 * @param address where the request came from
 * @param attempts how often it was begun, this time included
 */
public record ClaimedCommitment(
        long id, String transactionUid, String aeTitle, long organization, String address, int attempts) {}
