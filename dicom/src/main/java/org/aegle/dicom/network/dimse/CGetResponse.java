package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * C-GET-RSP: the answer to a {@link CGetRequest}. PS3.7 9.1.3.
 *
 * @param messageIdBeingRespondedTo that of the request
 * @param affectedSopClassUid SOP class
 * @param outcome how it went
 * @param suboperations how far the sub-operations have come
 * @param hasDataset a data set follows
 */
public record CGetResponse(
        int messageIdBeingRespondedTo,
        String affectedSopClassUid,
        DimseOutcome outcome,
        Suboperations suboperations,
        boolean hasDataset)
        implements DimseResponse {
    static CGetResponse of(CommandSet command) throws CommandSetException {
        return new CGetResponse(
                command.messageIdBeingRespondedTo(),
                command.text(Tag.AffectedSOPClassUID),
                command.outcome(),
                Suboperations.of(command),
                command.hasDataset());
    }

    @Override
    public CommandSet toCommandSet() {
        CommandSet command = CommandSet.response(CommandField.C_GET_RSP, messageIdBeingRespondedTo, outcome, hasDataset)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid);
        return suboperations.writeTo(command, outcome.status());
    }
}
