package org.aegle.dicom.network.service;

import java.util.List;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.Suboperations;

/**
 * How a C-MOVE or C-GET ended.
 *
 * @param outcome last status
 * @param suboperations last counts
 * @param failedSopInstanceUids instances that could not be sent, as far as the peer tells
 */
public record RetrieveResult(DimseOutcome outcome, Suboperations suboperations, List<String> failedSopInstanceUids) {}
