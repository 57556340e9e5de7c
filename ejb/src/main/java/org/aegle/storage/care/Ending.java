package org.aegle.storage.care;

/** How a finding ended. */
public enum Ending {
    /** The sweep removed the object, which had no rows. */
    REMOVED,
    /** The object was found in order, or both it and its rows are gone. */
    IN_ORDER
}
