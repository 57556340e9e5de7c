package org.aegle.dicom.network.service;

import java.io.IOException;
import org.aegle.dicom.network.AssociationException;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;

/** C-STORE as SCP. PS3.7 9.3.1. */
final class StoreService {
    private static final int BLOCK = 64 << 10;

    private final MessageExchange exchange;
    private final StoreProvider provider;

    StoreService(MessageExchange exchange, StoreProvider provider) {
        this.exchange = exchange;
        this.provider = provider;
    }

    void perform(StoreOperation operation) throws IOException {
        DimseOutcome outcome = outcome(operation);
        drain(operation);
        exchange.respond(operation.context().presentationContext(), Responses.last(operation.request(), outcome));
    }

    private DimseOutcome outcome(StoreOperation operation) throws AssociationException {
        PresentationContext context = operation.context().presentationContext();
        if (!operation.request().affectedSopClassUid().equals(context.abstractSyntax())) {
            return DimseOutcome.of(
                    DimseStatus.NO_SUCH_SOP_CLASS, "The SOP class is not that of the presentation context");
        }
        try {
            return provider.store(operation);
        } catch (AssociationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return Failures.outcome(e);
        }
    }

    /** The peer hears of a refusal only once it has sent all; mostly nothing is left. */
    private static void drain(StoreOperation operation) throws IOException {
        if (operation.dataset().read() < 0) {
            return;
        }
        byte[] block = new byte[BLOCK];
        int count = 0;
        while (count >= 0) {
            count = operation.dataset().read(block);
        }
    }
}
