package org.aegle.storage.care;

import org.aegle.storage.BlobCondition;

/** What can be wrong with a stored object. */
public enum FindingKind {
    /** Its bytes, its length or its hash are not what was stored. */
    CHANGED,
    /** There are rows for it, but it is not in the store. */
    MISSING,
    /** The store works, but cannot read this one. */
    UNREADABLE,
    /** No master key in the key file opens it. */
    KEY_UNKNOWN,
    /** It lies in the store, but there are no rows for it. */
    ORPHAN;

    static FindingKind of(BlobCondition condition) {
        return switch (condition) {
            case CHANGED -> CHANGED;
            case MISSING -> MISSING;
            case UNREADABLE -> UNREADABLE;
            case KEY_UNKNOWN -> KEY_UNKNOWN;
            case WHOLE -> throw new IllegalArgumentException("nothing is wrong with what is whole");
        };
    }
}
