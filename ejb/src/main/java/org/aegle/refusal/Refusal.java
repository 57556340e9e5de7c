package org.aegle.refusal;

import jakarta.ejb.ApplicationException;

/**
 * An expected "no". It carries what the edges need to say it in their protocol's form, never a finished sentence for a
 * person; the four mappers (FHIR, DICOMweb, DIMSE, portal) switch over its kinds without a default branch.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract sealed class Refusal extends RuntimeException
        permits NotFound, NotPermitted, Invalid, Conflict, TooLarge, Unavailable, NotSupported {

    protected Refusal(String message) {
        // No stack trace: a refusal is an answer, not a fault.
        super(message, null, false, false);
    }
}
