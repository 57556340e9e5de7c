package org.aegle.storage.care;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Role;
import org.aegle.search.Rows;
import org.aegle.settings.Settings;
import org.aegle.settings.StorageSettings;
import org.aegle.storage.BlobVault;

/** The store as its administrator sees it: where, how much, what is wrong; nothing of it tells of a patient. */
@Stateless
@RolesAllowed(Role.Names.ADMINISTRATOR)
public class StorageAdministration {
    private static final int MOST_FINDINGS = 200;

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    @Inject
    private Settings settings;

    @Inject
    private BlobVault vault;

    @Inject
    private StorageFigures figures;

    @Inject
    private StorageRuns runs;

    @Inject
    private StorageCare care;

    /** @param zone where a day begins and ends */
    public StorageOverview overview(Caller caller, ZoneId zone) {
        String basis = policy.require(caller, Activity.ADMINISTER);
        StorageSettings where = settings.storage();
        long[] total = figures.total();
        trail.record(AuditEntry.of(AuditAction.READ, caller.agent(), basis).on("Storage", ""));
        return new StorageOverview(
                Instant.now(),
                where.place().display(),
                where.stagingDisplay(),
                works(),
                free(),
                where.lowWater(),
                total[0],
                total[1],
                figures.days(zone),
                figures.keys(vault.currentKey()));
    }

    /** What goes on, and what was last done. */
    public StorageOverview.Runs runs(Caller caller, RunKind kind) {
        policy.require(caller, Activity.ADMINISTER);
        return new StorageOverview.Runs(runs.last(kind).filter(StorageRun::isOpen), runs.lastWhole(kind));
    }

    /** What is wrong, newest first, then what was; at most the newest 200. */
    public List<StorageFinding> findings(Caller caller) {
        policy.require(caller, Activity.ADMINISTER);
        return Rows.of(entities.createNativeQuery(
                                "select id, blob_id, condition, found_by, length, found_at, seen_at, ended_at, ending"
                                        + " from storage_finding order by ended_at is not null, id desc")
                        .setMaxResults(MOST_FINDINGS))
                .stream()
                .map(StorageAdministration::finding)
                .toList();
    }

    /** Begins to check every object now; no effect when somebody asked for that already and it goes on. */
    public void scrubNow(Caller caller) {
        ask(caller, RunKind.SCRUB);
    }

    /** Begins to compare store and rows now; no effect when somebody asked for that already and it goes on. */
    public void sweepNow(Caller caller) {
        ask(caller, RunKind.SWEEP);
    }

    private void ask(Caller caller, RunKind kind) {
        String basis = policy.require(caller, Activity.ADMINISTER);
        trail.record(AuditEntry.of(AuditAction.VERIFY, caller.agent(), basis)
                .on("Storage", kind.name())
                .with("asked for"));
        runs.ask(kind, caller.name());
        care.wake();
    }

    private boolean works() {
        try {
            vault.probe();
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private long free() {
        try {
            return vault.free();
        } catch (IOException e) {
            return -1;
        }
    }

    private static StorageFinding finding(Object[] c) {
        return new StorageFinding(
                Rows.number(c[0]),
                Rows.text(c[1]),
                FindingKind.valueOf(Rows.text(c[2])),
                Rows.text(c[3]),
                Rows.number(c[4]),
                Rows.instant(c[5]),
                Rows.instant(c[6]),
                c[7] == null ? null : Rows.instant(c[7]),
                Rows.text(c[8]).isEmpty() ? null : Ending.valueOf(Rows.text(c[8])));
    }
}
