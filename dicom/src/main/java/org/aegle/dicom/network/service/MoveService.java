package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.CMoveRequest;
import org.aegle.dicom.network.dimse.CMoveResponse;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.MoveOriginator;

/** C-MOVE as SCP: sub-operations go over associations of their own. PS3.7 9.3.4, PS3.4 C.4.2. */
final class MoveService {
    private final MessageExchange exchange;
    private final MoveProvider provider;
    private final DicomClient client;

    MoveService(MessageExchange exchange, MoveProvider provider, DicomClient client) {
        this.exchange = exchange;
        this.provider = provider;
        this.client = client;
    }

    Reply perform(MoveOperation operation, BooleanSupplier cancelled) throws IOException {
        CMoveRequest request = operation.request();
        PresentationContext context = operation.context().presentationContext();
        RemoteEntity destination;
        List<OutgoingInstance> instances;
        try {
            destination = provider.findDestination(operation)
                    .orElseThrow(() -> new DimseRefusal(DimseStatus.MOVE_DESTINATION_UNKNOWN, ""));
            instances = provider.move(operation);
        } catch (RuntimeException e) {
            return new Reply(Responses.last(request, Failures.outcome(e)));
        }
        MoveOriginator originator = new MoveOriginator(exchange.association().peerAeTitle(), request.messageId());
        String local = exchange.association().localAeTitle();
        try (MoveAssociations associations = new MoveAssociations(client, local, destination, originator, instances)) {
            Reply reply = new RetrieveService(
                            exchange,
                            context,
                            (outcome, counts, dataset) -> new CMoveResponse(
                                    request.messageId(), request.affectedSopClassUid(), outcome, counts, dataset))
                    .perform(instances, associations::send, cancelled);
            provider.performed(operation, ((CMoveResponse) reply.response()).suboperations());
            return reply;
        }
    }
}
