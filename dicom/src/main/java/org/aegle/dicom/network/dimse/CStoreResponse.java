package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * C-STORE-RSP: the answer to a {@link CStoreRequest}. PS3.7 9.1.1.
 *
 * @param messageIdBeingRespondedTo that of the request
 * @param affectedSopClassUid SOP class
 * @param affectedSopInstanceUid SOP instance
 * @param outcome how it went
 */
public record CStoreResponse(
        int messageIdBeingRespondedTo, String affectedSopClassUid, String affectedSopInstanceUid, DimseOutcome outcome)
        implements DimseResponse {
    static CStoreResponse of(CommandSet command) throws CommandSetException {
        return new CStoreResponse(
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
        return CommandSet.response(CommandField.C_STORE_RSP, messageIdBeingRespondedTo, outcome, false)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .uid(Tag.AffectedSOPInstanceUID, affectedSopInstanceUid);
    }
}
