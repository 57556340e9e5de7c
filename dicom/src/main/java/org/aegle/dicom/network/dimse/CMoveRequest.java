package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/**
 * C-MOVE-RQ: asks to send instances to somebody. PS3.7 9.1.4.
 *
 * @param messageId identifies it among those under way
 * @param affectedSopClassUid SOP class
 * @param priority how urgent it is
 * @param moveDestination AE title to send to
 */
public record CMoveRequest(int messageId, String affectedSopClassUid, Priority priority, String moveDestination)
        implements DimseRequest {
    static CMoveRequest of(CommandSet command) throws CommandSetException {
        return new CMoveRequest(
                command.messageId(),
                command.text(Tag.AffectedSOPClassUID),
                Priority.of(command.number(Tag.Priority)),
                command.text(Tag.MoveDestination));
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
        return CommandSet.request(CommandField.C_MOVE_RQ, messageId, true)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid)
                .number(Tag.Priority, priority.ordinal())
                .text(Tag.MoveDestination, VR.AE, moveDestination);
    }
}
