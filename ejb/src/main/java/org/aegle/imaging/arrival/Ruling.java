package org.aegle.imaging.arrival;

import org.aegle.id.PatientId;
import org.aegle.imaging.Correction;

/** What is to become of an object that contradicts what is known. */
sealed interface Ruling {
    /**
     * It waits for a decision.
     *
     * @param again the very same object waits already
     */
    record Waits(boolean again) implements Ruling {}

    /** It was decided that objects like this one are not taken. */
    record Rejected() implements Ruling {}

    /** This very object was taken before, under other identifiers. */
    record Taken() implements Ruling {}

    /**
     * It was decided whose it is.
     *
     * @param correctionId key of the correction
     */
    record Corrected(PatientId patient, Correction correction, long correctionId) implements Ruling {}

    /**
     * It was decided to keep it under identifiers of its own.
     *
     * @param correctionId key of the correction
     */
    record Renamed(Correction correction, long correctionId) implements Ruling {}
}
