package org.aegle.dicom.network.dimse;

import java.util.List;
import org.aegle.dicom.data.Tag;

/**
 * N-GET-RQ: asks for attributes of an instance. PS3.7 10.1.2.
 *
 * @param messageId identifies it among those under way
 * @param requestedSopClassUid SOP class
 * @param requestedSopInstanceUid SOP instance
 * @param attributeIdentifiers tags asked for; none for all
 */
public record NGetRequest(
        int messageId, String requestedSopClassUid, String requestedSopInstanceUid, List<Integer> attributeIdentifiers)
        implements DimseRequest {
    /** A request whose list cannot change. */
    public NGetRequest {
        attributeIdentifiers = List.copyOf(attributeIdentifiers);
    }

    static NGetRequest of(CommandSet command) throws CommandSetException {
        return new NGetRequest(
                command.messageId(),
                command.text(Tag.RequestedSOPClassUID),
                command.text(Tag.RequestedSOPInstanceUID),
                command.tags(Tag.AttributeIdentifierList));
    }

    @Override
    public boolean hasDataset() {
        return false;
    }

    @Override
    public String sopClassUid() {
        return requestedSopClassUid;
    }

    @Override
    public CommandSet toCommandSet() {
        return CommandSet.request(CommandField.N_GET_RQ, messageId, false)
                .uid(Tag.RequestedSOPClassUID, requestedSopClassUid)
                .uid(Tag.RequestedSOPInstanceUID, requestedSopInstanceUid)
                .tags(Tag.AttributeIdentifierList, attributeIdentifiers);
    }
}
