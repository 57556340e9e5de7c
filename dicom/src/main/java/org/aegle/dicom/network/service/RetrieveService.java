package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseResponse;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.Suboperations;

/** What C-GET and C-MOVE have in common as SCP: one C-STORE after the other, told of as they go. PS3.4 C.4.2.3. */
final class RetrieveService {
    private static final System.Logger LOG = System.getLogger(RetrieveService.class.getName());

    private final MessageExchange exchange;
    private final PresentationContext context;
    private final ResponseMaker responses;

    /** Makes the responses of the one or the other. */
    interface ResponseMaker {
        DimseResponse make(DimseOutcome outcome, Suboperations suboperations, boolean dataset);
    }

    /** Sends one instance. */
    interface Sender {
        /**
         * The status that the receiver answers.
         *
         * @throws IOException when it cannot be sent
         */
        DimseStatus send(OutgoingInstance instance) throws IOException;
    }

    RetrieveService(MessageExchange exchange, PresentationContext context, ResponseMaker responses) {
        this.exchange = exchange;
        this.context = context;
        this.responses = responses;
    }

    /** The last response, once all are sent or the rest is cancelled. */
    Reply perform(List<OutgoingInstance> instances, Sender sender, BooleanSupplier cancelled) throws IOException {
        SuboperationCount count = new SuboperationCount(instances.size());
        DimseOutcome pending = DimseOutcome.of(DimseStatus.PENDING);
        for (OutgoingInstance instance : instances) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            count.add(instance, send(instance, sender));
            if (count.counts().remaining() > 0) {
                exchange.respond(context, responses.make(pending, count.counts(), false));
            }
        }
        Attributes failures = count.failures();
        return new Reply(
                responses.make(count.outcome(cancelled.getAsBoolean()), count.counts(), !failures.isEmpty()), failures);
    }

    private DimseStatus send(OutgoingInstance instance, Sender sender) throws IOException {
        try {
            return sender.send(instance);
        } catch (IOException | RuntimeException e) {
            Association association = exchange.association();
            if (!association.isOpen()) {
                throw e;
            }
            LOG.log(System.Logger.Level.WARNING, "A sub-operation failed: " + e.getMessage());
            return DimseStatus.PROCESSING_FAILURE;
        }
    }
}
