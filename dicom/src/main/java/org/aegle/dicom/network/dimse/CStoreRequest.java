package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * C-STORE-RQ: asks to store an instance. PS3.7 9.1.1.
 *
 * @param messageId identifies it among those under way
 * @param affectedSopClassUid SOP class
 * @param priority how urgent it is
 * @param affectedSopInstanceUid SOP instance
 * @param moveOriginator the C-MOVE that this is a sub-operation of
 */
public record CStoreRequest(
        int messageId,
        String affectedSopClassUid,
        Priority priority,
        String affectedSopInstanceUid,
        MoveOriginator moveOriginator)
        implements DimseRequest {
    static CStoreRequest of(CommandSet command) throws CommandSetException {
        return new CStoreRequest(
                command.messageId(),
                command.text(Tag.AffectedSOPClassUID),
                Priority.of(command.number(Tag.Priority)),
                command.text(Tag.AffectedSOPInstanceUID),
                MoveOriginator.of(command));
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
        CommandSet command = CommandSet.request(CommandField.C_STORE_RQ, messageId, true)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .number(Tag.Priority, priority.ordinal())
                .uid(Tag.AffectedSOPInstanceUID, affectedSopInstanceUid);
        return moveOriginator.writeTo(command);
    }
}
