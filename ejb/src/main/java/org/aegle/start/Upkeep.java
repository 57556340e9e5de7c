package org.aegle.start;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.aegle.change.ChangeLog;
import org.aegle.storage.BlobRemovals;

/** What has to be done every minute, on every node: all of it may be done twice. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Upkeep {
    @Inject
    private BlobRemovals removals;

    @Inject
    private ChangeLog changes;

    /** Removes what a crash or a broken disk left behind, and numbers changes that nobody has read yet. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void everyMinute() {
        removals.finish();
        boolean more = true;
        while (more) {
            more = changes.number();
        }
    }
}
