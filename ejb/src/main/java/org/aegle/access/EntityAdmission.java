package org.aegle.access;

import java.util.Set;
import org.aegle.directory.EntityService;

/** Whether an application entity may associate. PS3.8 7.1.1. */
public sealed interface EntityAdmission {
    /**
     * It may.
     *
     * @param caller who asks from now on
     * @param services what it may ask for
     */
    record Admitted(Caller caller, Set<EntityService> services) implements EntityAdmission {
        public Admitted {
            services = Set.copyOf(services);
        }
    }

    /** It is not known, disabled, or calls from where it may not: which of them, only the audit trail tells. */
    record CallingEntityUnknown() implements EntityAdmission {}

    /** It calls somebody who is not here. */
    record CalledEntityUnknown() implements EntityAdmission {}
}
