package org.aegle.imaging.arrival;

import java.util.HashMap;
import java.util.Map;
import org.aegle.storage.StoredBlob;

/**
 * An object that is durable, but not findable yet.
 *
 * @param basis why its sender may store
 * @param compared names of stored blobs that it was compared with, and whether their data sets are the same
 */
record DurableInstance(String basis, ArrivedInstance arrived, StoredBlob blob, Map<String, Boolean> compared) {
    DurableInstance(String basis, ArrivedInstance arrived, StoredBlob blob) {
        this(basis, arrived, blob, Map.of());
    }

    ObjectIdentity identity() {
        return arrived.identity();
    }

    /** The same as it is indexed once it was corrected. */
    DurableInstance corrected(CorrectedArrival correction) {
        return new DurableInstance(basis, correction.of(arrived), blob);
    }

    /** The same with an issuer for a Patient ID that came without one. */
    DurableInstance issuedBy(String authority) {
        return new DurableInstance(basis, arrived.issuedBy(authority), blob, compared);
    }

    /** The same, knowing whether its data set is that of a stored object. */
    DurableInstance compared(StoredBlob stored, boolean same) {
        Map<String, Boolean> more = new HashMap<>(compared);
        more.put(stored.id(), same);
        return new DurableInstance(basis, arrived, blob, Map.copyOf(more));
    }
}
