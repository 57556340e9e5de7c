package org.aegle.storage.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(30);

    private final Pace pace = new Pace(PERIOD);

    @Test
    void nothingShouldBeDueAtTheStart() {
        assertEquals("00000000", pace.bound(run(""), START));
    }

    @Test
    void clockThatWentBackShouldDoNoHarm() {
        assertEquals("00000000", pace.bound(run(""), START.minusSeconds(60)));
    }

    @Test
    void halfOfTheTimeShouldBeSomewhatMoreThanHalfOfTheNames() {
        String bound = pace.bound(run(""), START.plus(Duration.ofDays(15)));
        assertTrue(bound.compareTo("80000000") > 0 && bound.compareTo("90000000") < 0, bound);
    }

    @Test
    void allShouldBeReachedBeforeThePeriodEnds() {
        assertEquals(Pace.END, pace.bound(run(""), START.plus(PERIOD).minus(Duration.ofDays(1))));
    }

    @Test
    void whatSomebodyAskedForShouldNotWait() {
        assertEquals(Pace.END, pace.bound(run("admin"), START));
    }

    @Test
    void endShouldComeAfterEveryName() {
        assertTrue(Pace.END.compareTo("ffffffffffffffffffffffffffffffff") > 0);
    }

    private static StorageRun run(String askedBy) {
        return new StorageRun(1, RunKind.SCRUB, askedBy, START, null, "", 0, 0, 0);
    }
}
