package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-DELETE-RQ: asks to delete an instance. PS3.7 10.1.6.
 *
 * @param messageId identifies it among those under way
 * @param requestedSopClassUid SOP class
 * @param requestedSopInstanceUid SOP instance
 */
public record NDeleteRequest(int messageId, String requestedSopClassUid, String requestedSopInstanceUid)
        implements DimseRequest {
    static NDeleteRequest of(CommandSet command) throws CommandSetException {
        return new NDeleteRequest(
                command.messageId(), command.text(Tag.RequestedSOPClassUID), command.text(Tag.RequestedSOPInstanceUID));
    }

    @Override
    public boolean hasDataset() {
        return false;
    }

    @Override
    public String sopClassUid() {
        return requestedSopClassUid;
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.request(CommandField.N_DELETE_RQ, messageId, false)
                .uid(Tag.RequestedSOPClassUID, requestedSopClassUid)
                .uid(Tag.RequestedSOPInstanceUID, requestedSopInstanceUid);
    }
}
