package org.aegle.dicom.network.service;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.AssociationException;
import org.aegle.dicom.network.dimse.DimseResponse;

/**
 * An operation that we invoked, until its last response. The receiving thread puts responses in and waits when the
 * invoker is slow, so that a peer with a million matches fills no memory.
 */
final class Invocation implements Closeable {
    private static final int CAPACITY = 64;
    private static final long LOOK_MILLIS = 50;

    private final int messageId;
    private final Association association;
    private final Runnable onClose;
    private final BlockingQueue<Reply> replies = new ArrayBlockingQueue<>(CAPACITY);
    private volatile boolean abandoned;
    private volatile AssociationException end;

    /**
     * An invocation.
     *
     * @param onClose run once nothing is awaited any more
     */
    Invocation(int messageId, Association association, Runnable onClose) {
        this.messageId = messageId;
        this.association = association;
        this.onClose = onClose;
    }

    int messageId() {
        return messageId;
    }

    /** The next response; it is the last one unless its status is pending. */
    Reply next() throws AssociationException {
        Duration timeout = association.limits().responseTimeout();
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                Reply reply = replies.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (reply != null) {
                    return reply;
                }
                if (end != null && replies.isEmpty()) {
                    throw end;
                }
                if (System.nanoTime() - deadline > 0) {
                    association.abort();
                    throw new AssociationException("The peer did not respond in time");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            association.abort();
            throw new AssociationException("Interrupted while awaiting a response", e);
        }
    }

    /** The one response of an operation that has no pending ones. */
    Reply only() throws AssociationException {
        try (this) {
            return next();
        }
    }

    /** The same where its kind is known. */
    <T extends DimseResponse> T only(Class<T> kind) throws AssociationException {
        return cast(only().response(), kind);
    }

    <T extends DimseResponse> T cast(DimseResponse response, Class<T> kind) throws AssociationException {
        if (kind.isInstance(response)) {
            return kind.cast(response);
        }
        association.abort();
        throw new AssociationException("The peer answered with another kind of response");
    }

    void put(Reply reply) throws InterruptedException {
        while (!abandoned && !replies.offer(reply, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (!association.isOpen()) {
                return;
            }
        }
    }

    /** The invoker lags behind: the next response has to wait. */
    boolean isFull() {
        return replies.remainingCapacity() == 0;
    }

    void end(AssociationException reason) {
        end = reason;
    }

    /** Nothing more is awaited; what still comes is dropped. */
    @Override
    public void close() {
        abandoned = true;
        onClose.run();
    }
}
