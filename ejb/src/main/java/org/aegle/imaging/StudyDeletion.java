package org.aegle.imaging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.directory.Role;
import org.aegle.refusal.NotFound;
import org.aegle.storage.BlobRemovals;

/**
 * Deletes objects for good: rows, keys and bytes. The audit trail and the change feed keep that they were there. Sent
 * again, a deleted object is stored anew.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.RADIOLOGIST, Role.Names.CLIENT})
public class StudyDeletion {
    /** Characters that a reason may have. */
    public static final int LONGEST_REASON = 500;

    @Inject
    private AccessPolicy policy;

    @Inject
    private DeletedRows rows;

    @Inject
    private BlobRemovals removals;

    /**
     * Deletes what is in the scope and tells how many instances it was. Refuses with {@link NotFound} when there is
     * nothing that the caller may see.
     *
     * @param reason why, for the audit trail; a program may leave it empty
     */
    public int delete(Caller caller, RetrieveScope scope, String reason) {
        String basis = policy.require(caller, Activity.DELETE_STUDY);
        int count = rows.delete(caller, scope, basis, reason);
        // Without their rows, and the keys in them, the bytes can be read by nobody; now they go too.
        removals.finish();
        return count;
    }
}
