package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-SET-RQ: asks to change attributes of an instance. PS3.7 10.1.3.
 *
 * @param messageId identifies it among those under way
 * @param requestedSopClassUid SOP class
 * @param requestedSopInstanceUid SOP instance
 */
public record NSetRequest(int messageId, String requestedSopClassUid, String requestedSopInstanceUid)
        implements DimseRequest {
    static NSetRequest of(CommandSet command) throws CommandSetException {
        return new NSetRequest(
                command.messageId(), command.text(Tag.RequestedSOPClassUID), command.text(Tag.RequestedSOPInstanceUID));
    }

    @Override
    public boolean hasDataset() {
        return true;
    }

    @Override
    public String sopClassUid() {
        return requestedSopClassUid;
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.request(CommandField.N_SET_RQ, messageId, true)
                .uid(Tag.RequestedSOPClassUID, requestedSopClassUid)
                .uid(Tag.RequestedSOPInstanceUID, requestedSopInstanceUid);
    }
}
