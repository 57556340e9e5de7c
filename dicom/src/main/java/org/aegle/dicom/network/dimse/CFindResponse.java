package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * C-FIND-RSP: the answer to a {@link CFindRequest}. PS3.7 9.1.2.
 *
 * @param messageIdBeingRespondedTo that of the request
 * @param affectedSopClassUid SOP class
 * @param outcome how it went
 * @param hasDataset a data set follows
 */
public record CFindResponse(
        int messageIdBeingRespondedTo, String affectedSopClassUid, DimseOutcome outcome, boolean hasDataset)
        implements DimseResponse {
    static CFindResponse of(CommandSet command) throws CommandSetException {
        return new CFindResponse(
                command.messageIdBeingRespondedTo(),
                command.text(Tag.AffectedSOPClassUID),
                command.outcome(),
                command.hasDataset());
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.response(CommandField.C_FIND_RSP, messageIdBeingRespondedTo, outcome, hasDataset)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid);
    }
}
