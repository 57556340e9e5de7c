package org.aegle.storage.care;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.aegle.settings.Settings;
import org.aegle.storage.BlobCondition;
import org.aegle.storage.BlobVault;
import org.aegle.storage.StoredBlob;

/** Reads every object again and compares it with what was stored. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Scrub {
    private static final int BATCH = 20;

    @Inject
    private Settings settings;

    @Inject
    private BlobVault vault;

    @Inject
    private BlobRows rows;

    @Inject
    private StorageRuns runs;

    @Inject
    private StorageFindings findings;

    /**
     * Goes on with a run until a time, or until it is as far as it should be by now.
     *
     * @throws IOException when the store does not work; the run stays where it is
     */
    public void work(StorageRun claimed, Instant until) throws IOException {
        Pace pace = new Pace(settings.storage().care().scrub());
        Map<String, StorageFindings.Known> known = findings.open();
        StorageRun run = claimed;
        while (Instant.now().isBefore(until)) {
            String bound = pace.bound(run, Instant.now());
            List<StoredBlob> next = rows.between(run.position(), bound, BATCH);
            if (next.isEmpty()) {
                if (bound.equals(Pace.END)) {
                    runs.end(run.after(Pace.END, 0, 0, 0));
                }
                return;
            }
            for (StoredBlob blob : next) {
                run = check(run, blob, known);
            }
            if (!runs.advance(run)) {
                return;
            }
        }
    }

    private StorageRun check(StorageRun run, StoredBlob blob, Map<String, StorageFindings.Known> known)
            throws IOException {
        long start = System.nanoTime();
        BlobCondition condition = vault.check(blob);
        boolean found = condition != BlobCondition.WHOLE
                && findings.report(blob.id(), FindingKind.of(condition), RunKind.SCRUB.name(), 0);
        if (condition == BlobCondition.WHOLE && known.containsKey(blob.id())) {
            findings.end(blob.id(), Ending.IN_ORDER);
        }
        if (!run.isAsked()) {
            // Half of the disk's time at most, also when it has much to make up for.
            LockSupport.parkNanos(System.nanoTime() - start);
        }
        return run.after(blob.id(), 1, blob.length(), found ? 1 : 0);
    }
}
