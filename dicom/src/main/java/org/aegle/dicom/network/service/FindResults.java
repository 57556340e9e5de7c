package org.aegle.dicom.network.service;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.AssociationException;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.CFindResponse;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;

/** The matches of a query as they arrive. Closing it before the last one cancels the query. For one thread. */
public final class FindResults implements Closeable {
    private final MessageExchange exchange;
    private final PresentationContext context;
    private final Invocation invocation;
    private DimseOutcome outcome = DimseOutcome.of(DimseStatus.PENDING);

    FindResults(MessageExchange exchange, PresentationContext context, Invocation invocation) {
        this.exchange = exchange;
        this.context = context;
        this.invocation = invocation;
    }

    /** The next match; empty after the last one, when {@link #outcome} tells how it ended. */
    public Optional<Attributes> next() throws AssociationException {
        if (!outcome.status().isPending()) {
            return Optional.empty();
        }
        Reply reply = invocation.next();
        outcome = invocation.cast(reply.response(), CFindResponse.class).outcome();
        if (outcome.status().isPending()) {
            return Optional.of(reply.dataset());
        }
        invocation.close();
        return Optional.empty();
    }

    /** The status of the last response so far. */
    public DimseOutcome outcome() {
        return outcome;
    }

    /** So many matches wait to be taken that the peer has to wait too. */
    boolean isFull() {
        return invocation.isFull();
    }

    /** Asks the peer to end; matches under way may still arrive. */
    public void cancel() throws IOException {
        if (outcome.status().isPending()) {
            exchange.cancel(context, invocation);
        }
    }

    /** Cancels what has not ended and awaits the end. */
    @Override
    public void close() throws IOException {
        try (invocation) {
            cancel();
            while (next().isPresent()) {
                // matches that were on their way
            }
        }
    }
}
