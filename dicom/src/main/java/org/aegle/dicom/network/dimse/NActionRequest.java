package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-ACTION-RQ: asks to do something to an instance. PS3.7 10.1.4.
 *
 * @param messageId identifies it among those under way
 * @param requestedSopClassUid SOP class
 * @param requestedSopInstanceUid SOP instance
 * @param actionTypeId kind of action, defined by the SOP class
 * @param hasDataset a data set follows
 */
public record NActionRequest(
        int messageId,
        String requestedSopClassUid,
        String requestedSopInstanceUid,
        int actionTypeId,
        boolean hasDataset)
        implements DimseRequest {
    static NActionRequest of(CommandSet command) throws CommandSetException {
        return new NActionRequest(
                command.messageId(),
                command.text(Tag.RequestedSOPClassUID),
                command.text(Tag.RequestedSOPInstanceUID),
                command.number(Tag.ActionTypeID),
                command.hasDataset());
    }

    @Override
    public String sopClassUid() {
        return requestedSopClassUid;
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.request(CommandField.N_ACTION_RQ, messageId, hasDataset)
                .uid(Tag.RequestedSOPClassUID, requestedSopClassUid)
                .uid(Tag.RequestedSOPInstanceUID, requestedSopInstanceUid)
                .number(Tag.ActionTypeID, actionTypeId);
    }
}
