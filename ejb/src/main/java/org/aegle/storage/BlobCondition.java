package org.aegle.storage;

/** How a stored object was found. */
public enum BlobCondition {
    /** Bit for bit what was stored. */
    WHOLE,
    /** Its bytes, its length or its hash are others. */
    CHANGED,
    /** There are rows for it, but it is not in the store. */
    MISSING,
    /** The store works, but cannot read this one. */
    UNREADABLE,
    /** No master key in the key file opens it. */
    KEY_UNKNOWN
}
