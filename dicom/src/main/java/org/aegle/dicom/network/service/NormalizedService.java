package org.aegle.dicom.network.service;

import java.io.IOException;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseRequest;
import org.aegle.dicom.network.dimse.DimseResponse;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.NActionRequest;
import org.aegle.dicom.network.dimse.NCreateRequest;
import org.aegle.dicom.network.dimse.NDeleteRequest;
import org.aegle.dicom.network.dimse.NEventReportRequest;
import org.aegle.dicom.network.dimse.NGetRequest;
import org.aegle.dicom.network.dimse.NSetRequest;

/** The N-services as performer. PS3.7 10.3. */
final class NormalizedService {
    private final MessageExchange exchange;
    private final NormalizedProvider provider;

    NormalizedService(MessageExchange exchange, NormalizedProvider provider) {
        this.exchange = exchange;
        this.provider = provider;
    }

    void perform(OperationContext context, DimseRequest request, Attributes dataset) throws IOException {
        PresentationContext presentationContext = context.presentationContext();
        NormalizedResult result;
        try {
            result = call(context, request, dataset);
        } catch (RuntimeException e) {
            DimseOutcome outcome = Failures.outcome(e);
            exchange.respond(presentationContext, Responses.last(request, outcome));
            return;
        }
        boolean returns = !result.dataset().isEmpty() && !(request instanceof NDeleteRequest);
        DimseResponse response =
                Responses.normalized(request, result.outcome(), result.affectedSopInstanceUid(), returns);
        if (returns) {
            exchange.respond(presentationContext, response, result.dataset());
        } else {
            exchange.respond(presentationContext, response);
        }
        provider.answered(context, request, result);
    }

    private NormalizedResult call(OperationContext context, DimseRequest request, Attributes dataset) {
        if (request instanceof NEventReportRequest event) {
            return provider.eventReport(context, event, dataset);
        } else if (request instanceof NGetRequest get) {
            return provider.get(context, get);
        } else if (request instanceof NSetRequest set) {
            return provider.set(context, set, dataset);
        } else if (request instanceof NActionRequest action) {
            return provider.action(context, action, dataset);
        } else if (request instanceof NCreateRequest create) {
            return provider.create(context, create, dataset);
        } else if (request instanceof NDeleteRequest delete) {
            return provider.delete(context, delete);
        }
        throw new DimseRefusal(DimseStatus.MISTYPED_ARGUMENT, "The data set is missing");
    }
}
