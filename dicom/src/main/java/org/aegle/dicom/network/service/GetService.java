package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.CGetRequest;
import org.aegle.dicom.network.dimse.CGetResponse;

/** C-GET as SCP: sub-operations go over the same association. PS3.7 9.3.3, PS3.4 C.4.3. */
final class GetService {
    private final MessageExchange exchange;
    private final GetProvider provider;

    GetService(MessageExchange exchange, GetProvider provider) {
        this.exchange = exchange;
        this.provider = provider;
    }

    Reply perform(GetOperation operation, BooleanSupplier cancelled) throws IOException {
        CGetRequest request = operation.request();
        PresentationContext context = operation.context().presentationContext();
        List<OutgoingInstance> instances;
        try {
            instances = provider.get(operation);
        } catch (RuntimeException e) {
            return new Reply(Responses.last(request, Failures.outcome(e)));
        }
        ServiceUser user = operation.context().user();
        Reply reply = new RetrieveService(
                        exchange,
                        context,
                        (outcome, counts, dataset) -> new CGetResponse(
                                request.messageId(), request.affectedSopClassUid(), outcome, counts, dataset))
                .perform(instances, instance -> user.store(instance).outcome().status(), cancelled);
        provider.performed(operation, ((CGetResponse) reply.response()).suboperations());
        return reply;
    }
}
