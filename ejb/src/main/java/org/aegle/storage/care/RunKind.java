package org.aegle.storage.care;

/** What goes over all stored objects. */
public enum RunKind {
    /** Reads every object again and compares it with what was stored. */
    SCRUB,
    /** Compares what lies in the store with the rows, both ways. */
    SWEEP,
    /** Seals the objects' keys with the current master key. */
    REWRAP
}
