package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-EVENT-REPORT-RSP: the answer to a {@link NEventReportRequest}. PS3.7 10.1.1.
 *
 * @param messageIdBeingRespondedTo that of the request
 * @param affectedSopClassUid SOP class
 * @param affectedSopInstanceUid SOP instance
 * @param eventTypeId kind of event, defined by the SOP class
 * @param outcome how it went
 * @param hasDataset a data set follows
 */
public record NEventReportResponse(
        int messageIdBeingRespondedTo,
        String affectedSopClassUid,
        String affectedSopInstanceUid,
        int eventTypeId,
        DimseOutcome outcome,
        boolean hasDataset)
        implements DimseResponse {
    static NEventReportResponse of(CommandSet command) throws CommandSetException {
        return new NEventReportResponse(
                command.messageIdBeingRespondedTo(),
                command.text(Tag.AffectedSOPClassUID),
                command.text(Tag.AffectedSOPInstanceUID),
                command.number(Tag.EventTypeID),
                command.outcome(),
                command.hasDataset());
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.response(CommandField.N_EVENT_REPORT_RSP, messageIdBeingRespondedTo, outcome, hasDataset)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .uid(Tag.AffectedSOPInstanceUID, affectedSopInstanceUid)
                .number(Tag.EventTypeID, eventTypeId);
    }
}
