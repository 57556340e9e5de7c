package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * C-FIND-RQ: asks for the matches of an identifier. PS3.7 9.1.2.
 *
 * @param messageId identifies it among those under way
 * @param affectedSopClassUid SOP class
 * @param priority how urgent it is
 */
public record CFindRequest(int messageId, String affectedSopClassUid, Priority priority) implements DimseRequest {
    static CFindRequest of(CommandSet command) throws CommandSetException {
        return new CFindRequest(
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
        return CommandSet.request(CommandField.C_FIND_RQ, messageId, true)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .number(Tag.Priority, priority.ordinal());
    }
}
