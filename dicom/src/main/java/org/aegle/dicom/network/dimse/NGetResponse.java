package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-GET-RSP: the answer to a {@link NGetRequest}. PS3.7 10.1.2.
 *
 * @param messageIdBeingRespondedTo that of the request
 * @param affectedSopClassUid SOP class
 * @param affectedSopInstanceUid SOP instance
 * @param outcome how it went
 * @param hasDataset a data set follows
 */
public record NGetResponse(
        int messageIdBeingRespondedTo,
        String affectedSopClassUid,
        String affectedSopInstanceUid,
        DimseOutcome outcome,
        boolean hasDataset)
        implements DimseResponse {
    static NGetResponse of(CommandSet command) throws CommandSetException {
        return new NGetResponse(
                command.messageIdBeingRespondedTo(),
                command.text(Tag.AffectedSOPClassUID),
                command.text(Tag.AffectedSOPInstanceUID),
                command.outcome(),
                command.hasDataset());
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.response(CommandField.N_GET_RSP, messageIdBeingRespondedTo, outcome, hasDataset)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .uid(Tag.AffectedSOPInstanceUID, affectedSopInstanceUid);
    }
}
