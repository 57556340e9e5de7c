package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-SET-RSP: the answer to a {@link NSetRequest}. PS3.7 10.1.3.
 *
 * @param messageIdBeingRespondedTo that of the request
 * @param affectedSopClassUid SOP class
 * @param affectedSopInstanceUid SOP instance
 * @param outcome how it went
 * @param hasDataset a data set follows
 */
public record NSetResponse(
        int messageIdBeingRespondedTo,
        String affectedSopClassUid,
        String affectedSopInstanceUid,
        DimseOutcome outcome,
        boolean hasDataset)
        implements DimseResponse {
    static NSetResponse of(CommandSet command) throws CommandSetException {
        return new NSetResponse(
                command.messageIdBeingRespondedTo(),
                command.text(Tag.AffectedSOPClassUID),
                command.text(Tag.AffectedSOPInstanceUID),
                command.outcome(),
                command.hasDataset());
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.response(CommandField.N_SET_RSP, messageIdBeingRespondedTo, outcome, hasDataset)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .uid(Tag.AffectedSOPInstanceUID, affectedSopInstanceUid);
    }
}
