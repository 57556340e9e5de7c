package org.aegle.storage.care;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.aegle.settings.CareSettings;
import org.aegle.settings.Settings;
import org.aegle.storage.BlobVault;
import org.aegle.storage.ListedBlob;

/**
 * Compares what lies in the store with the rows, both ways. An object without rows is reported when it is older than
 * what can be on its way, and removed only long after that: the rows may come back with a restored database.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Sweep {
    private static final int PREFIXES = 256;

    /** What else lies in a folder is not ours to judge. */
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

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
     * Goes on with a run until a time.
     *
     * @throws IOException when the store does not work; the run stays where it is
     */
    public void work(StorageRun claimed, Instant until) throws IOException {
        Map<String, StorageFindings.Known> known = findings.open();
        StorageRun run = claimed;
        while (Instant.now().isBefore(until)) {
            int prefix = run.position().isEmpty() ? 0 : Integer.parseInt(run.position(), 16) + 1;
            if (prefix == PREFIXES) {
                runs.end(run.after(Pace.END, 0, 0, 0));
                return;
            }
            run = compare(run, String.format("%02x", prefix), known);
            if (!runs.advance(run)) {
                return;
            }
        }
    }

    private StorageRun compare(StorageRun run, String prefix, Map<String, StorageFindings.Known> known)
            throws IOException {
        List<ListedBlob> listed = vault.list(prefix).stream()
                .filter(blob -> NAME.matcher(blob.id()).matches())
                .toList();
        // In this order: what is stored meanwhile has rows here and is asked for once more below.
        Set<String> rowed = rows.names(prefix);
        long found = 0;
        long bytes = 0;
        Set<String> lying = new HashSet<>();
        for (ListedBlob blob : listed) {
            lying.add(blob.id());
            bytes += blob.length();
            found += !rowed.contains(blob.id()) && orphan(blob, known.get(blob.id())) ? 1 : 0;
        }
        for (String id : rowed) {
            found += !lying.contains(id) && missing(id) ? 1 : 0;
        }
        endWhatIsInOrder(prefix, known, lying, rowed);
        return run.after(prefix, listed.size(), bytes, found);
    }

    private boolean orphan(ListedBlob blob, StorageFindings.Known known) throws IOException {
        CareSettings care = settings.storage().care();
        Instant now = Instant.now();
        if (blob.modified().isAfter(now.minus(care.grace())) || rows.has(blob.id())) {
            return false;
        }
        boolean expired = known != null
                && known.kind() == FindingKind.ORPHAN
                && known.since().isBefore(now.minus(care.retention()));
        if (expired) {
            vault.deleteOrphan(blob);
            findings.end(blob.id(), Ending.REMOVED);
            return true;
        }
        return findings.report(blob.id(), FindingKind.ORPHAN, RunKind.SWEEP.name(), blob.length());
    }

    private boolean missing(String id) throws IOException {
        return !vault.holds(id) && findings.report(id, FindingKind.MISSING, RunKind.SWEEP.name(), 0);
    }

    /** Whether the bytes themselves are in order, only the scrub can tell. */
    private void endWhatIsInOrder(
            String prefix, Map<String, StorageFindings.Known> known, Set<String> lying, Set<String> rowed) {
        known.forEach((id, finding) -> {
            boolean concerned = id.startsWith(prefix);
            boolean inOrder =
                    switch (finding.kind()) {
                        case ORPHAN, MISSING -> lying.contains(id) == rowed.contains(id);
                        case CHANGED, UNREADABLE, KEY_UNKNOWN -> !lying.contains(id) && !rowed.contains(id);
                    };
            if (concerned && inOrder) {
                findings.end(id, Ending.IN_ORDER);
            }
        });
    }
}
