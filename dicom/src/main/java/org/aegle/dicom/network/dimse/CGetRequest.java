package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * C-GET-RQ: asks to send instances here, over the same association. PS3.7 9.1.3.
 *
 * @param messageId identifies it among those under way
 * @param affectedSopClassUid SOP class
 * @param priority how urgent it is
 */
public record CGetRequest(int messageId, String affectedSopClassUid, Priority priority) implements DimseRequest {
    static CGetRequest of(CommandSet command) throws CommandSetException {
        return new CGetRequest(
                command.messageId(), command.text(Tag.AffectedSOPClassUID), Priority.of(command.number(Tag.Priority)));
    }

    @Override
    public boolean hasDataset() {
        return true;
    }

    @Override
    public String sopClassUid() {
        return affectedSopClassUid;
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.request(CommandField.C_GET_RQ, messageId, true)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .number(Tag.Priority, priority.ordinal());
    }
}
