package org.aegle.dicomweb;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreOutcome;
import org.aegle.imaging.transfer.Transfer;
import org.aegle.imaging.transfer.TransferQueue;
import org.aegle.imaging.transfer.TransferTally;
import org.aegle.refusal.Refusal;
import org.apache.commons.io.input.BoundedInputStream;

/** What one request stores, for the transfer log. For one thread; closing it logs it. */
final class LoggedArrival implements AutoCloseable {
    private final TransferTally tally;
    private final TransferQueue queue;
    private BoundedInputStream body;
    private Transfer.Ending ending = Transfer.Ending.ABORTED;
    private String detail = "";

    LoggedArrival(TransferTally tally, TransferQueue queue) {
        this.tally = tally;
        this.queue = queue;
    }

    /** The same bytes, counted. */
    InputStream count(InputStream bytes) throws IOException {
        body = BoundedInputStream.builder().setInputStream(bytes).get();
        return body;
    }

    /** What became of an object. */
    void add(StoreOutcome outcome) {
        if (outcome instanceof StoreOutcome.Refused refused) {
            tally.failed(refused.reason().name(), 1);
        } else if (outcome instanceof StoreOutcome.SetAside aside
                && !aside.reason().isAcknowledged()) {
            tally.failed(aside.reason().name(), 1);
        } else {
            tally.received(1, 0);
            tally.ofStudy(outcome.identity().studyInstanceUid());
        }
    }

    /** The sender broke off. */
    void truncated() {
        tally.failed(RefusalReason.TRUNCATED.name(), 1);
    }

    /** The sender is answered. */
    void answered(boolean whole) {
        ending = whole ? Transfer.Ending.COMPLETED : Transfer.Ending.ABORTED;
    }

    /** The request cannot be answered so. */
    void failed(Exception why) {
        ending = isRefusal(why) ? Transfer.Ending.REJECTED : Transfer.Ending.ABORTED;
        detail = String.valueOf(why.getMessage());
    }

    private static boolean isRefusal(Exception why) {
        return why instanceof Refusal || why instanceof WebApplicationException || why instanceof EJBAccessException;
    }

    @Override
    public void close() {
        tally.received(0, body == null ? 0 : body.getCount());
        queue.add(tally.end(ending, detail));
    }
}
