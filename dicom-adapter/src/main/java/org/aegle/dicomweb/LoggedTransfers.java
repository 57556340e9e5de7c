package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.Consumer;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.transfer.Door;
import org.aegle.imaging.transfer.Transfer;
import org.aegle.imaging.transfer.TransferPeer;
import org.aegle.imaging.transfer.TransferQueue;
import org.aegle.imaging.transfer.TransferTally;
import org.apache.commons.io.output.CountingOutputStream;

/**
 * Whole objects that come and go by this request, for the transfer log; frames, pictures and metadata are a matter of the
 * audit trail alone. Nothing is waited for.
 */
@RequestScoped
public class LoggedTransfers {
    @Inject
    private TransferQueue queue;

    @Inject
    private RequestCaller caller;

    @Inject
    private HttpServletRequest request;

    /** Objects are about to be received; it must be ended. */
    LoggedArrival receive() {
        return new LoggedArrival(begin(Door.STOW), queue);
    }

    /** The same body, which is told of when it is out or its receiver is gone. */
    StreamingOutput send(Door door, Body body) {
        TransferTally tally = begin(door);
        return out -> send(body, out, tally);
    }

    private void send(Body body, OutputStream out, TransferTally tally) throws IOException {
        CountingOutputStream counted = new CountingOutputStream(out);
        Transfer.Ending ending = Transfer.Ending.ABORTED;
        String detail = "";
        try {
            body.write(counted, instance -> sent(instance, tally));
            ending = Transfer.Ending.COMPLETED;
        } catch (IOException | RuntimeException e) {
            detail = String.valueOf(e.getMessage());
            throw e;
        } finally {
            tally.sent(0, counted.getByteCount());
            queue.add(tally.end(ending, detail));
        }
    }

    private static void sent(RetrievableInstance instance, TransferTally tally) {
        tally.sent(1, 0);
        tally.ofStudy(instance.study().value());
    }

    private TransferTally begin(Door door) {
        TransferTally tally = new TransferTally(Instant.now(), door, TransferPeer.of(caller.get(), request.isSecure()));
        tally.request();
        return tally;
    }

    /** Writes objects and says of each when it is out. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out, Consumer<RetrievableInstance> sent) throws IOException;
    }
}
