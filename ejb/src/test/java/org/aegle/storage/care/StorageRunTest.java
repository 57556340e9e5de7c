package org.aegle.storage.care;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageRunTest {
    @ParameterizedTest
    @CsvSource({"'', 0", "00000000000000000000000000000000, 0", "80000000000000000000000000000000, 0.5", "40, 0.25"})
    void positionShouldTellHowMuchIsDone(String position, double share) {
        assertEquals(share, run(position, null).share());
    }

    @ParameterizedTest
    @CsvSource({"g", "40"})
    void endedRunShouldBeDone(String position) {
        assertEquals(1, run(position, Instant.EPOCH).share());
    }

    private static StorageRun run(String position, Instant endedAt) {
        return new StorageRun(1, RunKind.SCRUB, "", Instant.EPOCH, endedAt, position, 0, 0, 0);
    }
}
