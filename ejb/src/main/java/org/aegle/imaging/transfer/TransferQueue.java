package org.aegle.imaging.transfer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Transfers on their way to the log: nobody waits for them, and they are written many at a time. What a crash loses of
 * them is in the audit trail all the same.
 */
@ApplicationScoped
public class TransferQueue {
    private static final System.Logger LOG = System.getLogger(TransferQueue.class.getName());
    private static final int MOST = 10_000;
    private static final long COLLECTING_MILLIS = 400;

    private final BlockingQueue<FinishedTransfer> waiting = new ArrayBlockingQueue<>(MOST);
    private final OpenTransfers requests = new OpenTransfers();
    private ScheduledFuture<?> writing;

    @Inject
    private TransferLog log;

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/aegle")
    private ManagedScheduledExecutorService scheduler;

    @PostConstruct
    void start() {
        writing = scheduler.scheduleWithFixedDelay(
                () -> write(false), COLLECTING_MILLIS, COLLECTING_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes a transfer; one is lost when thousands cannot be written. */
    public void add(FinishedTransfer transfer) {
        if (!waiting.offer(transfer)) {
            LOG.log(System.Logger.Level.WARNING, "A row of the transfer log is lost: the database is too slow");
        }
    }

    /** Writes what is left, before the application ends. */
    public void flush() {
        write(true);
    }

    /** Requests by HTTP wait for those that follow them, unless it is the end. */
    private synchronized void write(boolean end) {
        List<FinishedTransfer> taken = new ArrayList<>();
        waiting.drainTo(taken);
        List<FinishedTransfer> over = new ArrayList<>();
        taken.forEach(one -> {
            if (one.door() == Door.DIMSE) {
                over.add(one);
            } else {
                requests.add(one);
            }
        });
        over.addAll(end ? requests.all() : requests.over(Instant.now()));
        if (!over.isEmpty()) {
            write(over);
        }
    }

    private void write(List<FinishedTransfer> transfers) {
        try {
            log.add(transfers);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, transfers.size() + " rows of the transfer log are lost", e);
        }
    }

    @PreDestroy
    void stop() {
        writing.cancel(false);
    }
}
