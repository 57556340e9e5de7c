package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-CREATE-RSP: the answer to a {@link NCreateRequest}. PS3.7 10.1.5.
 *
 * @param messageIdBeingRespondedTo that of the request
 * @param affectedSopClassUid SOP class
 * @param affectedSopInstanceUid SOP instance
 * @param outcome how it went
 * @param hasDataset a data set follows
 */
public record NCreateResponse(
        int messageIdBeingRespondedTo,
        String affectedSopClassUid,
        String affectedSopInstanceUid,
        DimseOutcome outcome,
        boolean hasDataset)
        implements DimseResponse {
    static NCreateResponse of(CommandSet command) throws CommandSetException {
        return new NCreateResponse(
                command.messageIdBeingRespondedTo(),
                command.text(Tag.AffectedSOPClassUID),
                command.text(Tag.AffectedSOPInstanceUID),
                command.outcome(),
                command.hasDataset());
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.response(CommandField.N_CREATE_RSP, messageIdBeingRespondedTo, outcome, hasDataset)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .uid(Tag.AffectedSOPInstanceUID, affectedSopInstanceUid);
    }
}
