package org.aegle.storage.care;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an administrator sees of the store; nothing of it tells of a patient.
 *
 * @param at when it was looked at
 * @param place where the objects lie
 * @param staging where they lie on their way in
 * @param working whether the store answers
 * @param free bytes free where objects are staged, -1 when that cannot be told
 * @param lowWater bytes that must stay free there
 * @param objects stored objects
 * @param bytes their bytes in the clear
 * @param days what was stored on the last days, newest first; days without are left out
 * @param keys objects by the master key that sealed theirs, the current key first
 */
public record StorageOverview(
        Instant at,
        String place,
        String staging,
        boolean working,
        long free,
        long lowWater,
        long objects,
        long bytes,
        List<Day> days,
        List<KeyUse> keys)
        implements Serializable {
    /** Whether objects are taken. */
    public boolean hasRoom() {
        return working && free > lowWater;
    }

    /** What was stored on a day. */
    public record Day(LocalDate date, long objects, long bytes) implements Serializable {}

    /**
     * A master key in use.
     *
     * @param name its name, empty for keys that the first releases sealed without one
     * @param current whether it seals what is new
     * @param objects objects whose keys it sealed
     */
    public record KeyUse(String name, boolean current, long objects) implements Serializable {}

    /**
     * The runs of a kind.
     *
     * @param open the one that goes on
     * @param whole the last that went over all there is
     */
    public record Runs(Optional<StorageRun> open, Optional<StorageRun> whole) {}
}
