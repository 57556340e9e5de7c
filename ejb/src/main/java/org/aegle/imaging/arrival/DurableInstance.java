package org.aegle.imaging.arrival;

import org.aegle.storage.StoredBlob;

/**
 * An object that is durable, but not findable yet.
 *
 * @param basis why its sender may store
 */
record DurableInstance(String basis, ArrivedInstance arrived, StoredBlob blob) {
    ObjectIdentity identity() {
        return arrived.identity();
    }

    /** The same as it is indexed once it was corrected. */
    DurableInstance corrected(CorrectedArrival correction) {
        return new DurableInstance(basis, correction.of(arrived), blob);
    }

    /** The same with an issuer for a Patient ID that came without one. */
    DurableInstance issuedBy(String authority) {
        return new DurableInstance(basis, arrived.issuedBy(authority), blob);
    }
}
