package org.aegle.storage.care;

import java.io.Serializable;
import java.time.Instant;

/**
 * One run over all stored objects.
 *
 * @param askedBy user name of who asked for it; empty when it was due
 * @param endedAt null while it goes on
 * @param position name of the last object, or beginning of names, that is done; empty at the start
 * @param objects objects looked at
 * @param bytes their bytes in the clear
 * @param findings those of them that something is wrong with
 */
public record StorageRun(
        long id,
        RunKind kind,
        String askedBy,
        Instant startedAt,
        Instant endedAt,
        String position,
        long objects,
        long bytes,
        long findings)
        implements Serializable {
    /** Names are random: how far the last one lies between the first and the last possible name. */
    private static final int DIGITS = 8;

    public boolean isOpen() {
        return endedAt == null;
    }

    public boolean isAsked() {
        return !askedBy.isEmpty();
    }

    /** Share of the whole that is done, 0 to 1. */
    public double share() {
        if (!isOpen()) {
            return 1;
        }
        if (position.isEmpty()) {
            return 0;
        }
        String digits = (position + "0".repeat(DIGITS)).substring(0, DIGITS);
        return Long.parseLong(digits, 16) / (double) (1L << 4 * DIGITS);
    }

    StorageRun after(String newPosition, long moreObjects, long moreBytes, long moreFindings) {
        return new StorageRun(
                id,
                kind,
                askedBy,
                startedAt,
                endedAt,
                newPosition,
                objects + moreObjects,
                bytes + moreBytes,
                findings + moreFindings);
    }
}
