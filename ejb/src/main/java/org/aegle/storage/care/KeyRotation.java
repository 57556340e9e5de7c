package org.aegle.storage.care;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.aegle.storage.BlobVault;
import org.aegle.storage.DamagedBlob;
import org.aegle.storage.StoredBlob;

/**
 * Seals the objects' keys with the current master key, so that an older one can be taken away; no object is read or
 * written.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class KeyRotation {
    private static final int BATCH = 200;
    private static final System.Logger LOG = System.getLogger(KeyRotation.class.getName());

    @Inject
    private BlobVault vault;

    @Inject
    private BlobRows rows;

    @Inject
    private StorageRuns runs;

    @Inject
    private StorageFindings findings;

    /**
     * Begins a run when keys are sealed by another master key than the current one.
     *
     * @throws IllegalStateException when no key in the file opens any object: it is the file of another archive
     */
    public void beginIfDue() {
        List<StoredBlob> samples = rows.oneOfEachKey();
        long unknown = samples.stream().filter(sample -> !opens(sample)).count();
        if (unknown > 0 && unknown == samples.size()) {
            throw new IllegalStateException(
                    "AEGLE_MASTER_KEY_FILE has none of the keys that the stored objects are sealed with");
        }
        if (unknown > 0) {
            LOG.log(System.Logger.Level.ERROR, "AEGLE_MASTER_KEY_FILE lacks a key that stored objects are sealed with");
        }
        if (!rows.sealedOtherwise(vault.currentKey(), "", 1).isEmpty()) {
            runs.begin(RunKind.REWRAP);
        }
    }

    private boolean opens(StoredBlob sample) {
        try {
            vault.rewrap(sample);
            return true;
        } catch (DamagedBlob e) {
            return false;
        }
    }

    /** Goes on with a run until a time. */
    public void work(StorageRun claimed, Instant until) {
        StorageRun run = claimed;
        while (Instant.now().isBefore(until)) {
            List<StoredBlob> next = rows.sealedOtherwise(vault.currentKey(), run.position(), BATCH);
            if (next.isEmpty()) {
                runs.end(run.after(Pace.END, 0, 0, 0));
                return;
            }
            for (StoredBlob blob : next) {
                run = reseal(run, blob);
            }
            if (!runs.advance(run)) {
                return;
            }
        }
    }

    private StorageRun reseal(StorageRun run, StoredBlob blob) {
        try {
            rows.reseal(blob, vault.rewrap(blob));
            return run.after(blob.id(), 1, blob.length(), 0);
        } catch (DamagedBlob e) {
            findings.report(blob.id(), FindingKind.of(e.condition()), RunKind.REWRAP.name(), 0);
            return run.after(blob.id(), 1, blob.length(), 1);
        }
    }
}
