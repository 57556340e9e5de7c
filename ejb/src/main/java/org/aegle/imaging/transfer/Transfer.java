package org.aegle.imaging.transfer;

import java.io.Serializable;
import java.time.Instant;

/**
 * An association that ended.
 *
 * @param id its key; 0 before it is written
 * @param began when it was asked for
 * @param milliseconds that it lasted
 * @param organization key of the peer's organisation; 0 when it was not let in
 * @param organizationName for people
 * @param aeTitle the peer's AE title, as it says
 * @param address where the peer is
 * @param tls it was encrypted
 * @param services what was done, separated by spaces: ECHO STORE FIND GET MOVE COMMIT
 * @param received objects that came and are stored
 * @param receivedBytes of their data sets
 * @param sent objects that went out
 * @param sentBytes of their data sets as stored
 * @param queries C-FIND operations
 * @param failed operations and sub-operations that failed
 * @param failures their statuses with numbers, as {@code 2 x 0110H}
 * @param transferSyntaxes that were used, by name, separated by commas
 * @param ending how it ended
 * @param detail why, where there is more to tell
 */
public record Transfer(
        long id,
        Instant began,
        long milliseconds,
        long organization,
        String organizationName,
        String aeTitle,
        String address,
        boolean tls,
        String services,
        int received,
        long receivedBytes,
        int sent,
        long sentBytes,
        int queries,
        int failed,
        String failures,
        String transferSyntaxes,
        Ending ending,
        String detail)
        implements Serializable {
    /** How an association ended. PS3.8 7.2 to 7.4. */
    public enum Ending {
        RELEASED,
        ABORTED,
        REJECTED
    }

    /** Something in it went wrong. */
    public boolean isFailure() {
        return failed > 0 || ending != Ending.RELEASED;
    }
}
