package org.aegle.imaging.arrival;

import java.util.HashSet;
import java.util.Set;

/** How the arrival of an object ended. */
public sealed interface StoreOutcome {
    ObjectIdentity identity();

    /**
     * It is stored, durable and findable.
     *
     * @param warnings what is to be told of it all the same
     */
    record Stored(ObjectIdentity identity, Set<StoreWarning> warnings) implements StoreOutcome {
        public Stored {
            warnings = Set.copyOf(warnings);
        }

        public Stored(ObjectIdentity identity) {
            this(identity, Set.of());
        }

        private StoreOutcome with(Set<StoreWarning> more) {
            Set<StoreWarning> all = new HashSet<>(warnings);
            all.addAll(more);
            return new Stored(identity, all);
        }
    }

    /** The same with warnings, if it is stored. */
    default StoreOutcome warning(Set<StoreWarning> more) {
        return this instanceof Stored stored && !more.isEmpty() ? stored.with(more) : this;
    }

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
