package org.aegle.change;

/** What became of an object. */
public enum ChangeAction {
    /** It is there for the first time, or again after it was deleted. */
    STORED,
    /** It is served with other attributes than before. */
    CHANGED,
    /** It is gone. */
    DELETED
}
