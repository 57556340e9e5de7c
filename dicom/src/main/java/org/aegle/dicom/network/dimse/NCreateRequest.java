package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * N-CREATE-RQ: asks to create an instance. PS3.7 10.1.5.
 *
 * @param messageId identifies it among those under way
 * @param affectedSopClassUid SOP class
 * @param affectedSopInstanceUid SOP instance; empty when the performer is to choose
 * @param hasDataset a data set follows
 */
public record NCreateRequest(
        int messageId, String affectedSopClassUid, String affectedSopInstanceUid, boolean hasDataset)
        implements DimseRequest {
    static NCreateRequest of(CommandSet command) throws CommandSetException {
        return new NCreateRequest(
                command.messageId(),
                command.text(Tag.AffectedSOPClassUID),
                command.text(Tag.AffectedSOPInstanceUID),
                command.hasDataset());
    }

    @Override
    public String sopClassUid() {
        return affectedSopClassUid;
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.request(CommandField.N_CREATE_RQ, messageId, hasDataset)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .uid(Tag.AffectedSOPInstanceUID, affectedSopInstanceUid);
    }
}
