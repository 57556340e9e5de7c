package org.aegle.storage.care;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a run may be at a time, so that its reading is spread evenly over the period. Names are random, hence the
 * share of the time is the share of the names.
 */
final class Pace {
    /** Comes after every name. */
    static final String END = "g";

    /** A run ends somewhat early, so that the next one is in time for every object. */
    private static final double HURRY = 1.05;

    private final Duration period;

    Pace(Duration period) {
        this.period = period;
    }

    /** The last name that may be reached now. */
    String bound(StorageRun run, Instant now) {
        if (run.isAsked()) {
            return END;
        }
        double share = HURRY * Duration.between(run.startedAt(), now).toMillis() / period.toMillis();
        return share >= 1 ? END : String.format("%08x", (long) (Math.max(0, share) * (1L << 32)));
    }
}
