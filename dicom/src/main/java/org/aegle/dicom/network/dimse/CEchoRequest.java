package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * C-ECHO-RQ: asks whether the peer understands DIMSE. PS3.7 9.1.5.
 *
 * @param messageId identifies it among those under way
 * @param affectedSopClassUid SOP class
 */
public record CEchoRequest(int messageId, String affectedSopClassUid) implements DimseRequest {
    static CEchoRequest of(CommandSet command) throws CommandSetException {
        return new CEchoRequest(command.messageId(), command.text(Tag.AffectedSOPClassUID));
    }

    @Override
    public boolean hasDataset() {
        return false;
    }

    @Override
    public String sopClassUid() {
        return affectedSopClassUid;
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.request(CommandField.C_ECHO_RQ, messageId, false)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid);
    }
}
