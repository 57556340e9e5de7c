package org.aegle.imaging.arrival;

/** Where an object belongs among the studies that are known. */
sealed interface Placement {
    /** Keys of its study, the study's patient, and its series. */
    record At(long study, long patient, long series) implements Placement {}

    /** What is known tells another story than the object. */
    record Contradicting(RefusalReason reason) implements Placement {}

    /** The study is another organisation's. */
    record Foreign() implements Placement {}
}
