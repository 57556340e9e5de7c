package org.aegle.storage;

import java.io.IOException;

/** A stored object is not what was stored. What of it does not pass the check is never handed out. */
public final class DamagedBlob extends IOException {
    private final String id;
    private final BlobCondition condition;

    DamagedBlob(String id, BlobCondition condition, Throwable cause) {
        super("stored object " + id + " is " + condition, cause);
        this.id = id;
        this.condition = condition;
    }

    /** Its name in the store. */
    public String id() {
        return id;
    }

    /** What is wrong; never {@link BlobCondition#WHOLE}. */
    public BlobCondition condition() {
        return condition;
    }
}
