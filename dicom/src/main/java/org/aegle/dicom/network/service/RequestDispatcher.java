package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.MessagePart;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.CEchoRequest;
import org.aegle.dicom.network.dimse.CFindRequest;
import org.aegle.dicom.network.dimse.CGetRequest;
import org.aegle.dicom.network.dimse.CMoveRequest;
import org.aegle.dicom.network.dimse.CStoreRequest;
import org.aegle.dicom.network.dimse.DimseRequest;

/**
 * Performs the requests of a peer. C-ECHO, C-STORE and N-services are done at once by the receiving thread; C-FIND,
 * C-GET and C-MOVE in a thread of their own, so that C-CANCEL and the responses to sub-operations are seen meanwhile.
 */
final class RequestDispatcher {
    private final MessageExchange exchange;
    private final ServiceProviders providers;
    private final ServiceUser user;
    private final DicomClient client;
    private final RunningOperations running;
    private final AtomicLong operations = new AtomicLong();

    RequestDispatcher(MessageExchange exchange, ServiceProviders providers, DicomClient client) {
        this.exchange = exchange;
        this.providers = providers;
        this.client = client;
        this.running = new RunningOperations(exchange, client.executor());
        this.user = new ServiceUser(exchange, client.transcoder());
    }

    /** Requests that came in so far. */
    long operations() {
        return operations.get();
    }

    boolean isBusy() {
        return running.isBusy();
    }

    void cancel(int messageId) {
        running.cancel(messageId);
    }

    void cancelAll() {
        running.cancelAll();
    }

    void dispatch(DimseRequest request, PresentationContext context, Optional<MessagePart> dataset) throws IOException {
        operations.incrementAndGet();
        OperationContext operation = new OperationContext(context, user);
        if (request instanceof CStoreRequest store && dataset.isPresent()) {
            new StoreService(exchange, providers.store()).perform(new StoreOperation(operation, store, dataset.get()));
        } else if (request instanceof CEchoRequest echo) {
            new EchoService(exchange, providers.echo()).perform(operation, echo);
        } else {
            Attributes attributes =
                    dataset.isPresent() ? MessageExchange.read(dataset.get(), context) : new Attributes();
            dispatch(request, operation, attributes);
        }
    }

    private void dispatch(DimseRequest request, OperationContext context, Attributes dataset) throws IOException {
        if (request instanceof CFindRequest find) {
            FindOperation operation = new FindOperation(context, find, dataset);
            start(request, context, cancelled -> new FindService(exchange, providers.find())
                    .perform(operation, cancelled));
        } else if (request instanceof CGetRequest get) {
            GetOperation operation = new GetOperation(context, get, dataset);
            start(request, context, cancelled -> new GetService(exchange, providers.get())
                    .perform(operation, cancelled));
        } else if (request instanceof CMoveRequest move) {
            MoveOperation operation = new MoveOperation(context, move, dataset);
            start(request, context, cancelled -> new MoveService(exchange, providers.move(), client)
                    .perform(operation, cancelled));
        } else {
            new NormalizedService(exchange, providers.normalized()).perform(context, request, dataset);
        }
    }

    private void start(DimseRequest request, OperationContext context, RunningOperation operation) throws IOException {
        try {
            running.start(request.messageId(), context.presentationContext(), operation);
        } catch (DimseRefusal refusal) {
            exchange.respond(context.presentationContext(), Responses.last(request, refusal.outcome()));
        }
    }
}
