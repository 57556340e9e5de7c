package org.aegle.imaging.arrival;

/** Where an object belongs among the studies that are known. */
sealed interface Placement {
    /**
     * Keys of its study, the study's patient, and its series.
     *
     * @param correction key of the correction that it is served with, 0 for none
     */
    record At(long study, long patient, long series, long correction) implements Placement {}

    /**
     * What is known tells another story than the object.
     *
     * @param knownPatient key of the patient that is known, 0 for none
     */
    record Contradicting(RefusalReason reason, long knownPatient) implements Placement {}

    /** The study is another organisation's. */
    record Foreign() implements Placement {}
}
