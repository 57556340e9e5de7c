package org.aegle.imaging.arrival;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.aegle.storage.StoredBlob;

/**
 * Objects came again under another file header than before: whether their data sets are the same must be found out
 * outside of the transaction, which is undone, and tried again with what was found.
 */
@ApplicationException(rollback = true)
final class UncomparedContent extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Pair> pairs;

    UncomparedContent(List<Pair> pairs) {
        super(pairs.size() + " objects to compare", null, false, false);
        this.pairs = List.copyOf(pairs);
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** An object that arrives and the stored one of the same SOP Instance UID. */
    record Pair(StoredBlob arrived, StoredBlob stored) {}
}
