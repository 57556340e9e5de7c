package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.DimseStatus;

/** The operations of one association that are performed in threads of their own, by Message ID. */
final class RunningOperations {
    private static final System.Logger LOG = System.getLogger(RunningOperations.class.getName());

    private final MessageExchange exchange;
    private final Executor executor;
    private final Map<Integer, AtomicBoolean> cancellations = new ConcurrentHashMap<>();
    private final AtomicInteger threads = new AtomicInteger();

    RunningOperations(MessageExchange exchange, Executor executor) {
        this.exchange = exchange;
        this.executor = executor;
    }

    /** Also while a last response is being sent. */
    boolean isBusy() {
        return threads.get() > 0;
    }

    void cancel(int messageId) {
        AtomicBoolean cancelled = cancellations.get(messageId);
        if (cancelled != null) {
            cancelled.set(true);
        }
    }

    void cancelAll() {
        cancellations.values().forEach(cancelled -> cancelled.set(true));
    }

    /**
     * Starts an operation.
     *
     * @throws DimseRefusal when the window is full, the Message ID under way or no thread to be had
     */
    void start(int messageId, PresentationContext context, RunningOperation operation) {
        int most = exchange.association().mostPerformed();
        if (most != 0 && cancellations.size() >= most) {
            throw new DimseRefusal(DimseStatus.RESOURCE_LIMITATION, "More operations than negotiated");
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        if (cancellations.putIfAbsent(messageId, cancelled) != null) {
            throw new DimseRefusal(DimseStatus.DUPLICATE_INVOCATION, "");
        }
        threads.incrementAndGet();
        try {
            executor.execute(() -> run(messageId, context, operation, cancelled));
        } catch (RejectedExecutionException e) {
            cancellations.remove(messageId);
            threads.decrementAndGet();
            throw new DimseRefusal(DimseStatus.RESOURCE_LIMITATION, "Too busy");
        }
    }

    private void run(int messageId, PresentationContext context, RunningOperation operation, AtomicBoolean cancelled) {
        try {
            Reply last = perform(messageId, operation, cancelled);
            exchange.respond(context, last);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "An operation ended with its association", e);
        } finally {
            threads.decrementAndGet();
            exchange.abortWhenStopping();
        }
    }

    /** The place in the window is free before the peer can know that the operation is over. */
    private Reply perform(int messageId, RunningOperation operation, AtomicBoolean cancelled) throws IOException {
        try {
            return operation.perform(cancelled::get);
        } finally {
            cancellations.remove(messageId);
        }
    }
}
