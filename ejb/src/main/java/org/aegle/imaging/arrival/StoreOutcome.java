package org.aegle.imaging.arrival;

/** How the arrival of an object ended. */
public sealed interface StoreOutcome {
    ObjectIdentity identity();

    /** It is stored, durable and findable. */
    record Stored(ObjectIdentity identity) implements StoreOutcome {}

    /** The very same object was there before; nothing changed. */
    record AlreadyStored(ObjectIdentity identity) implements StoreOutcome {}

    /**
     * It contradicts what is known; it is durable, but kept apart and shown to nobody until somebody decides.
     *
     * @param again it waited already, and is not kept twice
     */
    record SetAside(ObjectIdentity identity, RefusalReason reason, boolean again) implements StoreOutcome {}

    /** It is not taken, and nothing of it is kept. */
    record Refused(ObjectIdentity identity, RefusalReason reason, String detail) implements StoreOutcome {}
}
