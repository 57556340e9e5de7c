package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-DELETE-RSP: the answer to a {@link NDeleteRequest}. PS3.7 10.1.6.
 *
 * @param messageIdBeingRespondedTo that of the request
 * @param affectedSopClassUid SOP class
 * @param affectedSopInstanceUid SOP instance
 * @param outcome how it went
 */
public record NDeleteResponse(
        int messageIdBeingRespondedTo, String affectedSopClassUid, String affectedSopInstanceUid, DimseOutcome outcome)
        implements DimseResponse {
    static NDeleteResponse of(CommandSet command) throws CommandSetException {
        return new NDeleteResponse(
                command.messageIdBeingRespondedTo(),
                command.text(Tag.AffectedSOPClassUID),
                command.text(Tag.AffectedSOPInstanceUID),
                command.outcome());
    }

    @Override
    public boolean hasDataset() {
        return false;
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.response(CommandField.N_DELETE_RSP, messageIdBeingRespondedTo, outcome, false)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .uid(Tag.AffectedSOPInstanceUID, affectedSopInstanceUid);
    }
}
