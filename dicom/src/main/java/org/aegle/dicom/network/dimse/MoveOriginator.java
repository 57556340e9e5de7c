package org.aegle.dicom.network.dimse;

import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/**
 * The C-MOVE that a C-STORE is a sub-operation of. PS3.7 9.1.1.1.
 *
 * @param aeTitle who asked for the move; empty when the store is nobody's sub-operation
 * @param messageId of the C-MOVE-RQ
 */
public record MoveOriginator(String aeTitle, int messageId) {
    /** Not a sub-operation of a C-MOVE. */
    public static final MoveOriginator NONE = new MoveOriginator("", 0);

    static MoveOriginator of(CommandSet command) {
        String aeTitle = command.text(Tag.MoveOriginatorApplicationEntityTitle);
        return aeTitle.isEmpty() ? NONE : new MoveOriginator(aeTitle, command.number(Tag.MoveOriginatorMessageID));
    }

    CommandSet writeTo(CommandSet command) {
        return aeTitle.isEmpty()
                ? command
                : command.text(Tag.MoveOriginatorApplicationEntityTitle, VR.AE, aeTitle)
                        .number(Tag.MoveOriginatorMessageID, messageId);
    }
}
