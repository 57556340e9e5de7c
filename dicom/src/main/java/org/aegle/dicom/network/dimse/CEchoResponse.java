package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * C-ECHO-RSP: the answer to a {@link CEchoRequest}. PS3.7 9.1.5.
 *
 * @param messageIdBeingRespondedTo that of the request
 * @param affectedSopClassUid SOP class
 * @param outcome how it went
 */
public record CEchoResponse(int messageIdBeingRespondedTo, String affectedSopClassUid, DimseOutcome outcome)
        implements DimseResponse {
    static CEchoResponse of(CommandSet command) throws CommandSetException {
        return new CEchoResponse(
                command.messageIdBeingRespondedTo(), command.text(Tag.AffectedSOPClassUID), command.outcome());
    }

    @Override
    public boolean hasDataset() {
        return false;
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.response(CommandField.C_ECHO_RSP, messageIdBeingRespondedTo, outcome, false)
                .uid(Tag.AffectedSOPClassUID, affectedSopClassUid);
    }
}
