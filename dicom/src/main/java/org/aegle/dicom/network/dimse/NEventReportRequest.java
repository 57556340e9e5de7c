package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-EVENT-REPORT-RQ: tells of an event of an instance. PS3.7 10.1.1.
 *
 * @param messageId identifies it among those under way
 * @param affectedSopClassUid SOP class
 * @param affectedSopInstanceUid SOP instance
 * @param eventTypeId kind of event, defined by the SOP class
 * @param hasDataset a data set follows
 */
public record NEventReportRequest(
        int messageId, String affectedSopClassUid, String affectedSopInstanceUid, int eventTypeId, boolean hasDataset)
        implements DimseRequest {
    static NEventReportRequest of(CommandSet command) throws CommandSetException {
        return new NEventReportRequest(
                command.messageId(),
                command.text(Tag.AffectedSOPClassUID),
                command.text(Tag.AffectedSOPInstanceUID),
                command.number(Tag.EventTypeID),
                command.hasDataset());
    }

    @Override
    public String sopClassUid() {
        return affectedSopClassUid;
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.request(CommandField.N_EVENT_REPORT_RQ, messageId, hasDataset)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .uid(Tag.AffectedSOPInstanceUID, affectedSopInstanceUid)
                .number(Tag.EventTypeID, eventTypeId);
    }
}
