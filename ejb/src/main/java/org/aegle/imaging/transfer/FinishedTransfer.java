package org.aegle.imaging.transfer;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A transfer that ended and is to be logged. Of patients nothing is kept but their number, which the studies tell.
 *
 * @param began when it was asked for
 * @param ended when it was over
 * @param door by which way
 * @param peer with whom
 * @param services what was done on an association
 * @param requests by HTTP
 * @param studies Study Instance UIDs of what came or went
 * @param received what came and is stored
 * @param sent what went out
 * @param queries C-FIND operations
 * @param failures how often each status or reason occurred
 * @param transferSyntaxes that were used, by name
 * @param ending how it ended
 * @param detail why, where there is more to tell
 */
public record FinishedTransfer(
        Instant began,
        Instant ended,
        Door door,
        TransferPeer peer,
        Set<String> services,
        int requests,
        Set<String> studies,
        Volume received,
        Volume sent,
        int queries,
        Map<String, Integer> failures,
        Set<String> transferSyntaxes,
        Transfer.Ending ending,
        String detail) {
    /** Operations or objects that failed. */
    int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }
}
