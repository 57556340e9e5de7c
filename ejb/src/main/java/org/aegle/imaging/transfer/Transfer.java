package org.aegle.imaging.transfer;

import java.io.Serializable;
import java.time.Instant;

/**
 * A row of the transfer log: an association that ended, or requests that followed one another closely.
 *
 * @param id its key
 * @param began when it was asked for
 * @param milliseconds that it lasted
 * @param door by which way
 * @param peer with whom
 * @param services what was done on an association, separated by spaces: ECHO STORE FIND GET MOVE COMMIT
 * @param requests by HTTP
 * @param studies whose objects came or went, counted
 * @param patients whose objects came or went, counted
 * @param received what came and is stored
 * @param sent what went out
 * @param queries C-FIND operations
 * @param failed operations, sub-operations or objects that failed
 * @param failures their statuses or reasons with numbers, as {@code 2 x 0110H}
 * @param transferSyntaxes that were used, by name, separated by commas
 * @param ending how it ended
 * @param detail why, where there is more to tell
 */
public record Transfer(
        long id,
        Instant began,
        long milliseconds,
        Door door,
        TransferPeer peer,
        String services,
        int requests,
        int studies,
        int patients,
        Volume received,
        Volume sent,
        int queries,
        int failed,
        String failures,
        String transferSyntaxes,
        Ending ending,
        String detail)
        implements Serializable {
    /** How a transfer ended. */
    public enum Ending {
        /** The peer ended the association in order. PS3.8 7.2. */
        RELEASED,
        /** Requests were answered whole. */
        COMPLETED,
        /** The connection broke, or one side gave up. PS3.8 7.3, 7.4. */
        ABORTED,
        /** It was not let in, or what it asked for was refused. */
        REJECTED;

        /** As it should. */
        public boolean isOrderly() {
            return this == RELEASED || this == COMPLETED;
        }
    }

    /** Something in it went wrong. */
    public boolean isFailure() {
        return failed > 0 || !ending.isOrderly();
    }
}
