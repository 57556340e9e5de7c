package org.aegle.dimse;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.ServiceUser;
import org.aegle.imaging.commitment.ClaimedCommitment;
import org.aegle.imaging.commitment.CommitmentCheck;
import org.aegle.imaging.commitment.CommitmentResult;
import org.aegle.imaging.commitment.StorageCommitments;

/**
 * Works on requests for storage commitment: the objects are read back, then the asker is told. A new request is begun at
 * once; those of an earlier run, of a killed node, and those whose asker could not be reached, when they are due.
 */
@ApplicationScoped
public class CommitmentReports {
    private static final System.Logger LOG = System.getLogger(CommitmentReports.class.getName());
    private static final int WORKERS = 4;
    private static final long LOOK_SECONDS = 5;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private StorageCommitments commitments;

    @Inject
    private CommitmentCheck check;

    @Inject
    private CommitmentDelivery delivery;

    private ScheduledThreadPoolExecutor workers;
    private DicomClient client;

    /** @param calling opens associations to those who are told */
    void start(DicomClient calling) {
        client = calling;
        workers = new ScheduledThreadPoolExecutor(WORKERS, threads);
        workers.scheduleWithFixedDelay(this::workOnDue, 1, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    void stop() {
        workers.shutdownNow();
    }

    /** Begins a request whose asker has its answer and may still be on the association. */
    void begin(long id, ServiceUser asker) {
        try {
            workers.execute(() -> guarded(() -> commitments.claim(id).ifPresent(one -> work(one, Optional.of(asker)))));
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "The next start goes on with it");
        }
    }

    private void workOnDue() {
        guarded(() -> {
            for (Optional<ClaimedCommitment> due = commitments.claim(); due.isPresent(); due = commitments.claim()) {
                work(due.get(), Optional.empty());
            }
        });
    }

    private void work(ClaimedCommitment commitment, Optional<ServiceUser> asker) {
        String failure;
        try {
            check.run(commitment);
            CommitmentResult result = commitments.result(commitment);
            failure = delivery.deliver(client, commitment, result, asker);
            if (failure.isEmpty()) {
                commitments.reported(commitment, result);
                return;
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Storage commitment " + commitment.transactionUid() + " failed", e);
            failure = "a fault, see the log";
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "The result of storage commitment " + commitment.transactionUid() + " could not be told to "
                        + commitment.aeTitle() + ": " + failure);
        commitments.postpone(commitment, failure);
    }

    /** A fault must not end the schedule. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Storage commitment cannot be worked on now", e);
        }
    }
}
