package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;

/**
 * C-CANCEL-RQ: asks to end a C-FIND, C-GET or C-MOVE; it has no response of its own. PS3.7 9.3.2.3.
 *
 * @param messageIdBeingRespondedTo that of the request to be ended
 */
public record CCancelRequest(int messageIdBeingRespondedTo) implements DimseMessage {
    static CCancelRequest of(CommandSet command) throws CommandSetException {
        return new CCancelRequest(command.messageIdBeingRespondedTo());
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.of(CommandField.C_CANCEL_RQ, false)
                .number(Tag.MessageIDBeingRespondedTo, messageIdBeingRespondedTo);
    }
}
