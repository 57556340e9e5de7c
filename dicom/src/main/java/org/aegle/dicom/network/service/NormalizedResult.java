package org.aegle.dicom.network.service;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.dimse.DimseOutcome;

/**
 * How an N-service went.
 *
 * @param outcome status
 * @param affectedSopInstanceUid the instance; of a created one perhaps chosen by the performer; may be empty
 * @param dataset what is returned; empty for nothing
 */
public record NormalizedResult(DimseOutcome outcome, String affectedSopInstanceUid, Attributes dataset) {
    /** Success for an instance, with nothing to return. */
    public static NormalizedResult success(String affectedSopInstanceUid) {
        return new NormalizedResult(DimseOutcome.SUCCESS, affectedSopInstanceUid, new Attributes());
    }
}
