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
     * @param privateSopClasses SOP classes beyond the standard's that are stored
     * @param idleSeconds that it may be silent; 0 for the usual ones
     */
    record Admitted(Caller caller, Set<EntityService> services, Set<String> privateSopClasses, int idleSeconds)
            implements EntityAdmission {
        public Admitted {
            services = Set.copyOf(services);
            privateSopClasses = Set.copyOf(privateSopClasses);
        }
    }

    /** It has as many associations as it may have. */
    record Full() implements EntityAdmission {}

    /**
     * It is not known, disabled, calls from where it may not, or does not show its certificate: which of them, only the
     * audit trail tells.
     */
    record CallingEntityUnknown() implements EntityAdmission {}

    /** It calls somebody who is not here. */
    record CalledEntityUnknown() implements EntityAdmission {}
}
