package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-ACTION-RSP: the answer to a {@link NActionRequest}. PS3.7 10.1.4.
 *
 * @param messageIdBeingRespondedTo that of the request
 * @param affectedSopClassUid SOP class
 * @param affectedSopInstanceUid SOP instance
 * @param actionTypeId kind of action, defined by the SOP class
 * @param outcome how it went
 * @param hasDataset a data set follows
 */
public record NActionResponse(
        int messageIdBeingRespondedTo,
        String affectedSopClassUid,
        String affectedSopInstanceUid,
        int actionTypeId,
        DimseOutcome outcome,
        boolean hasDataset)
        implements DimseResponse {
    static NActionResponse of(CommandSet command) throws CommandSetException {
        return new NActionResponse(
                command.messageIdBeingRespondedTo(),
                command.text(Tag.AffectedSOPClassUID),
                command.text(Tag.AffectedSOPInstanceUID),
                command.number(Tag.ActionTypeID),
                command.outcome(),
                command.hasDataset());
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.response(CommandField.N_ACTION_RSP, messageIdBeingRespondedTo, outcome, hasDataset)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .uid(Tag.AffectedSOPInstanceUID, affectedSopInstanceUid)
                .number(Tag.ActionTypeID, actionTypeId);
    }
}
