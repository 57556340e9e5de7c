package org.aegle.settings;

import java.time.Duration;

/**
 * How stored objects are looked after.
 *
 * @param scrub time in which every object is read again and checked (AEGLE_SCRUB_DAYS)
 * @param grace how long an object may lie in the store before its rows must be there (AEGLE_ORPHAN_GRACE_HOURS)
 * @param retention how long after that was noticed it is removed (AEGLE_ORPHAN_DAYS)
 */
public record CareSettings(Duration scrub, Duration grace, Duration retention) {
    public static final CareSettings USUAL =
            new CareSettings(Duration.ofDays(30), Duration.ofHours(24), Duration.ofDays(30));
}
