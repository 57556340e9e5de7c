package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.CFindResponse;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;

/** C-FIND as SCP. PS3.7 9.3.2, PS3.4 C.4.1.3. */
final class FindService {
    private final MessageExchange exchange;
    private final FindProvider provider;

    FindService(MessageExchange exchange, FindProvider provider) {
        this.exchange = exchange;
        this.provider = provider;
    }

    Reply perform(FindOperation operation, BooleanSupplier cancelled) throws IOException {
        DimseOutcome outcome;
        try {
            outcome = sendMatches(operation, cancelled);
        } catch (RuntimeException e) {
            outcome = Failures.outcome(e);
        }
        return new Reply(Responses.last(operation.request(), outcome));
    }

    private DimseOutcome sendMatches(FindOperation operation, BooleanSupplier cancelled) throws IOException {
        DimseOutcome pending = DimseOutcome.of(
                provider.supportsOptionalKeys(operation)
                        ? DimseStatus.PENDING
                        : DimseStatus.PENDING_OPTIONAL_KEYS_NOT_SUPPORTED);
        CFindResponse response = new CFindResponse(
                operation.request().messageId(), operation.request().affectedSopClassUid(), pending, true);
        try (Stream<Attributes> matches = provider.find(operation)) {
            Iterator<Attributes> each = matches.iterator();
            while (!cancelled.getAsBoolean()) {
                if (!each.hasNext()) {
                    return DimseOutcome.SUCCESS;
                }
                exchange.respond(context(operation), response, each.next());
            }
            return DimseOutcome.of(DimseStatus.CANCEL);
        }
    }

    private static PresentationContext context(FindOperation operation) {
        return operation.context().presentationContext();
    }
}
