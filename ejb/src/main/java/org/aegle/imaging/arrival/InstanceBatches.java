package org.aegle.imaging.arrival;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;

/** Many objects from one sender: the disk and the database work on some of them while the next one comes in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class InstanceBatches {
    @Inject
    private AccessPolicy policy;

    @Inject
    private InstanceIntake intake;

    @Resource
    private ManagedExecutorService background;

    /**
     * Refuses with {@link org.aegle.refusal.NotPermitted} when the caller may store nothing.
     *
     * @param expectedStudy Study Instance UID that all must have, or empty for any
     */
    public InstanceBatch begin(Caller caller, String expectedStudy) {
        String basis = policy.require(caller, Activity.STORE_INSTANCE);
        return new InstanceBatch(intake, caller, basis, expectedStudy, background);
    }
}
