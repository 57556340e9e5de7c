package org.aegle.dicom.network.service;

import java.util.List;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;

/** A provider says no; the peer is told status and comment. No fault: it has no stack trace. PS3.7 Annex C. */
public final class DimseRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DimseOutcome outcome;

    /** A refusal with all that the peer is told. */
    public DimseRefusal(DimseOutcome outcome) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
    }

    /** A refusal with a comment for people; empty for none. */
    public DimseRefusal(DimseStatus status, String errorComment) {
        this(new DimseOutcome(status, errorComment, List.of()));
    }

    /** What the peer is told. */
    public DimseOutcome outcome() {
        return outcome;
    }
}
