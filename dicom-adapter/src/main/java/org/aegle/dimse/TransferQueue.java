package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import org.aegle.imaging.transfer.Transfer;
import org.aegle.imaging.transfer.TransferLog;

/** Rows on their way to the transfer log: nobody waits for them, and they are written many at a time. */
@ApplicationScoped
public class TransferQueue {
    private static final System.Logger LOG = System.getLogger(TransferQueue.class.getName());
    private static final int MOST = 10_000;
    private static final long COLLECTING_MILLIS = Duration.ofMillis(400).toMillis();

    private final BlockingQueue<Transfer> waiting = new ArrayBlockingQueue<>(MOST);
    private volatile boolean stopping;

    @Inject
    private TransferLog log;

    /** Takes a row; one is lost when thousands cannot be written. */
    void add(Transfer transfer) {
        if (!waiting.offer(transfer)) {
            LOG.log(System.Logger.Level.WARNING, "A row of the transfer log is lost: the database is too slow");
        }
    }

    /** Writes rows in a thread of the executor's until {@link #stop}. */
    void start(Executor executor) {
        stopping = false;
        executor.execute(this::run);
    }

    private void run() {
        try {
            while (!stopping) {
                Transfer first = waiting.take();
                Thread.sleep(COLLECTING_MILLIS);
                write(first);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Transfer first) {
        List<Transfer> some = new ArrayList<>();
        some.add(first);
        waiting.drainTo(some);
        try {
            log.add(some);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, some.size() + " rows of the transfer log are lost", e);
        }
    }

    /** Writes what is left. */
    void stop() {
        stopping = true;
        Transfer first = waiting.poll();
        if (first != null) {
            write(first);
        }
    }
}
