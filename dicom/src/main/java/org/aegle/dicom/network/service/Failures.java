package org.aegle.dicom.network.service;

import java.util.UUID;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;

/** Turns what a provider throws into what the peer is told: a refusal as it is, anything else as a fault. PS3.7 C.5.20. */
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    /** The outcome of what failed; the comment of a fault names its line in the log and nothing else. */
    static DimseOutcome outcome(Exception failure) {
        if (failure instanceof DimseRefusal refusal) {
            return refusal.outcome();
        }
        String correlation = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "Fault " + correlation, failure);
        return DimseOutcome.of(DimseStatus.PROCESSING_FAILURE, "Fault " + correlation);
    }
}
