package org.aegle.storage;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes the bytes of deleted objects. Who deletes writes their names into the journal in the transaction that takes
 * their rows away, and calls here when that is committed; what a crash left is done after the next start. Doing it twice
 * does no harm.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class BlobRemovals {
    private static final System.Logger LOG = System.getLogger(BlobRemovals.class.getName());

    @Inject
    private BlobRemovalJournal journal;

    @Inject
    private BlobVault vault;

    /** Removes all that the journal names; what cannot be removed now stays in it. */
    public void finish() {
        String after = "";
        for (List<String> ids = journal.after(after); !ids.isEmpty(); ids = journal.after(after)) {
            journal.forget(remove(ids));
            after = ids.get(ids.size() - 1);
        }
    }

    private List<String> remove(List<String> ids) {
        List<String> removed = new ArrayList<>();
        for (String id : ids) {
            try {
                vault.delete(id);
                removed.add(id);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "The bytes of object " + id + " cannot be removed yet", e);
            }
        }
        return removed;
    }
}
