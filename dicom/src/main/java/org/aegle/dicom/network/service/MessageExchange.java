package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.io.DicomParseException;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.ReadLimits;
import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.AssociationException;
import org.aegle.dicom.network.DatasetWriter;
import org.aegle.dicom.network.MessagePart;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.CCancelRequest;
import org.aegle.dicom.network.dimse.CommandSet;
import org.aegle.dicom.network.dimse.CommandSetException;
import org.aegle.dicom.network.dimse.DimseMessage;
import org.aegle.dicom.network.dimse.DimseRequest;
import org.aegle.dicom.network.dimse.DimseResponse;

/**
 * The messages of one association, both ways: responses find the operation that we invoked, requests go to the
 * {@link RequestDispatcher}. PS3.7 7, 8.
 */
final class MessageExchange implements Runnable {
    private static final int LARGEST_MESSAGE_ID = 0xFFFF;
    /** Identifiers and data sets of N-services are held in memory; none comes near this. */
    private static final DicomReader READER =
            new DicomReader(ReadLimits.DEFAULT.withBulkThreshold(4 << 20).withKeptBytes(16 << 20));

    private static final DicomWriter WRITER = new DicomWriter();

    private final Association association;
    private final RequestDispatcher dispatcher;
    private final Map<Integer, Invocation> invocations = new ConcurrentHashMap<>();
    private final AtomicInteger lastMessageId = new AtomicInteger();
    private final Semaphore window;
    private volatile boolean handling;
    private volatile boolean stopping;
    private volatile boolean released;
    private volatile AssociationException end;

    /**
     * An exchange.
     *
     * @param dispatchers makes what performs the peer's requests
     */
    MessageExchange(Association association, Function<MessageExchange, RequestDispatcher> dispatchers) {
        this.association = association;
        this.window = new Semaphore(association.mostInvoked() == 0 ? Integer.MAX_VALUE : association.mostInvoked());
        this.dispatcher = dispatchers.apply(this);
    }

    Association association() {
        return association;
    }

    /** Receives until the association is over. */
    @Override
    public void run() {
        try {
            receiveAll();
            released = true;
            end = new AssociationException("The association was released");
        } catch (AssociationException e) {
            end = e;
        } catch (RejectedExecutionException e) {
            end = new AssociationException("The client was closed", e);
        } finally {
            if (end == null) {
                end = new AssociationException("The association was ended by a fault");
            }
            association.close();
            dispatcher.cancelAll();
            invocations.values().forEach(invocation -> invocation.end(end));
        }
    }

    private void receiveAll() throws AssociationException {
        Future<?> watch = association.watch(this::isBusy);
        try {
            receiveEach();
        } finally {
            watch.cancel(false);
        }
    }

    private void receiveEach() throws AssociationException {
        for (Optional<MessagePart> part = association.receive(); part.isPresent(); part = association.receive()) {
            handling = true;
            try {
                handle(part.get());
            } catch (AssociationException e) {
                throw e;
            } catch (IOException e) {
                association.abort(); // no message: where the next one begins nobody knows
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                association.abort();
            } finally {
                handling = false;
            }
            abortWhenStopping();
        }
    }

    private void handle(MessagePart part) throws IOException, InterruptedException {
        if (!part.isCommand()) {
            throw new CommandSetException("a data set without a command set");
        }
        PresentationContext context = association
                .findContext(part.contextId())
                .orElseThrow(() -> new CommandSetException("a message in a presentation context that is none"));
        CommandSet command = CommandSet.decode(part);
        DimseMessage message = DimseMessage.of(command);
        if (message instanceof DimseRequest request) {
            dispatcher.dispatch(request, context, command.hasDataset() ? datasetPart(context) : Optional.empty());
        } else if (message instanceof DimseResponse response) {
            Attributes dataset =
                    command.hasDataset() ? read(datasetPart(context).get(), context) : new Attributes();
            deliver(new Reply(response, dataset));
        } else if (message instanceof CCancelRequest cancel) {
            dispatcher.cancel(cancel.messageIdBeingRespondedTo());
        }
    }

    private Optional<MessagePart> datasetPart(PresentationContext context) throws IOException {
        Optional<MessagePart> part = association.receive();
        if (part.isEmpty() || part.get().isCommand() || part.get().contextId() != context.id()) {
            throw new CommandSetException("the data set that the command set tells of does not follow");
        }
        return part;
    }

    /** A short data set. */
    static Attributes read(MessagePart part, PresentationContext context) throws IOException {
        try {
            return READER.readDataset(part, context.transferSyntax()).dataset();
        } catch (DicomParseException e) {
            throw new CommandSetException(e.getMessage());
        }
    }

    private void deliver(Reply reply) throws InterruptedException {
        Invocation invocation = invocations.get(reply.response().messageIdBeingRespondedTo());
        if (invocation != null) {
            invocation.put(reply);
        }
    }

    /**
     * Sends a request as soon as the window of operations allows it.
     *
     * @param request makes the request for a Message ID
     */
    Invocation invoke(PresentationContext context, IntFunction<DimseRequest> request) throws IOException {
        return start(invocation -> association.send(
                context.id(),
                request.apply(invocation.messageId()).toCommandSet().encode()));
    }

    /** Sends a request with a data set. */
    Invocation invoke(PresentationContext context, IntFunction<DimseRequest> request, DatasetWriter dataset)
            throws IOException {
        return start(invocation -> association.send(
                context.id(),
                request.apply(invocation.messageId()).toCommandSet().encode(),
                dataset));
    }

    private interface Sending {
        void send(Invocation invocation) throws IOException;
    }

    private Invocation start(Sending sending) throws IOException {
        acquireWindow();
        Invocation invocation = begin();
        boolean sent = false;
        try {
            sending.send(invocation);
            sent = true;
            return invocation;
        } catch (AssociationException e) {
            throw end == null ? e : end;
        } finally {
            if (!sent) {
                invocation.close();
            }
        }
    }

    private void acquireWindow() throws AssociationException {
        try {
            window.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssociationException("Interrupted while awaiting the end of other operations", e);
        }
    }

    private Invocation begin() {
        while (true) {
            int id = lastMessageId.updateAndGet(last -> last == LARGEST_MESSAGE_ID ? 1 : last + 1);
            Invocation invocation = new Invocation(id, association, () -> finish(id));
            if (invocations.putIfAbsent(id, invocation) == null) {
                if (end != null) {
                    invocation.end(end);
                }
                return invocation;
            }
        }
    }

    private void finish(int messageId) {
        if (invocations.remove(messageId) != null) {
            window.release();
            abortWhenStopping();
        }
    }

    void cancel(PresentationContext context, Invocation invocation) throws AssociationException {
        CCancelRequest cancel = new CCancelRequest(invocation.messageId());
        association.send(context.id(), cancel.toCommandSet().encode());
    }

    void respond(PresentationContext context, DimseResponse response) throws AssociationException {
        association.send(context.id(), response.toCommandSet().encode());
    }

    void respond(PresentationContext context, Reply reply) throws IOException {
        if (reply.response().hasDataset()) {
            respond(context, reply.response(), reply.dataset());
        } else {
            respond(context, reply.response());
        }
    }

    void respond(PresentationContext context, DimseResponse response, Attributes dataset) throws IOException {
        association.send(context.id(), response.toCommandSet().encode(), writer(dataset, context));
    }

    static DatasetWriter writer(Attributes dataset, PresentationContext context) {
        return out -> WRITER.writeDataset(dataset, context.transferSyntax(), out);
    }

    /** Responses of the peer are awaited. */
    boolean isInvoking() {
        return !invocations.isEmpty();
    }

    private boolean isBusy() {
        return isInvoking() || dispatcher.isBusy();
    }

    /** Lets what is under way end, then aborts the association. */
    void stop() {
        stopping = true;
        abortWhenStopping();
    }

    void abortWhenStopping() {
        if (stopping && !handling && !isBusy()) {
            association.abort();
        }
    }

    /** Requests of the peer so far. */
    long operations() {
        return dispatcher.operations();
    }

    /** The association was released in order. */
    boolean isReleased() {
        return released;
    }

    /** Why the association is over; empty while it is not. */
    Optional<AssociationException> findEnd() {
        return Optional.ofNullable(end);
    }
}
