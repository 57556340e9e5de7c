package org.aegle.dicom.io;

/** How the writer tells the length of sequences and items. PS3.5 7.5.1. */
public enum SequenceLength {
    /** A length before, known once everything within is measured. */
    EXPLICIT,
    /** A delimiter behind. */
    UNDEFINED
}
