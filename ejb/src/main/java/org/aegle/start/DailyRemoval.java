package org.aegle.start;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.aegle.imaging.commitment.StorageCommitments;
import org.aegle.imaging.transfer.TransferLog;

/** Forgets each night what is kept for some time only. On several nodes each does it; the second finds nothing. */
@Singleton
@PermitAll
public class DailyRemoval {
    @Inject
    private TransferLog transfers;

    @Inject
    private StorageCommitments commitments;

    @Schedule(hour = "3", minute = "17", persistent = false)
    void run() {
        transfers.removeOld();
        commitments.removeOld();
    }
}
