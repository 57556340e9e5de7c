package org.aegle.storage.care;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aegle.audit.Agent;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.search.Rows;
import org.aegle.storage.DamagedBlob;

/** What is wrong with stored objects: a row each as long as it is so, and a line in the audit trail when it was found. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class StorageFindings {
    private static final System.Logger LOG = System.getLogger(StorageFindings.class.getName());

    /** Of a lost object there must still be rows: it may have been deleted while it was read. */
    private static final String INSERT = "insert into storage_finding (blob_id, condition, found_by, length)"
            + " select ?, ?, ?, coalesce((select length from blob where id = ?), ?)"
            + " where (? = 'ORPHAN') <> exists (select 1 from blob where id = ?)"
            + " on conflict (blob_id) where ended_at is null do update"
            + " set seen_at = excluded.found_at, condition = excluded.condition"
            + " returning id, (xmax = 0)";

    private static final String OWNER = "select o.sop_instance_uid, s.patient_id from instance o"
            + " join study s on s.id = o.study_id where o.blob_id = ?";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AuditTrail trail;

    /** Somebody who asked for an object met it. */
    public void met(@Observes DamagedBlob damaged) {
        report(damaged.id(), FindingKind.of(damaged.condition()), "READ", 0);
    }

    /**
     * Remembers that something is wrong, if it still is; the first time, the audit trail tells.
     *
     * @param length bytes of an object that has no rows
     * @return whether it is so
     */
    public boolean report(String blob, FindingKind kind, String foundBy, long length) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery(INSERT)
                .setParameter(1, blob)
                .setParameter(2, kind.name())
                .setParameter(3, foundBy)
                .setParameter(4, blob)
                .setParameter(5, length)
                .setParameter(6, kind.name())
                .setParameter(7, blob));
        if (!rows.isEmpty() && Boolean.TRUE.equals(rows.get(0)[1])) {
            LOG.log(System.Logger.Level.ERROR, "Stored object {0}: {1}, found by {2}", blob, kind, foundBy);
            trail.record(entry(blob, kind, foundBy));
        }
        return !rows.isEmpty();
    }

    private AuditEntry entry(String blob, FindingKind kind, String foundBy) {
        AuditEntry entry = AuditEntry.of(AuditAction.VERIFY, Agent.system(), "integrity of stored objects")
                .on("Blob", blob)
                .ending(AuditOutcome.FAILED)
                .with(kind + ", found by " + foundBy);
        return Rows.of(entities.createNativeQuery(OWNER).setParameter(1, blob)).stream()
                .findFirst()
                .map(c -> entry.on("Instance", (String) c[0])
                        .ofPatient(Rows.number(c[1]))
                        .with(kind + ", found by " + foundBy + ", stored object " + blob))
                .orElse(entry);
    }

    public void end(String blob, Ending ending) {
        entities.createNativeQuery("update storage_finding set ended_at = clock_timestamp(), ending = ?"
                        + " where blob_id = ? and ended_at is null")
                .setParameter(1, ending.name())
                .setParameter(2, blob)
                .executeUpdate();
        trail.record(AuditEntry.of(AuditAction.VERIFY, Agent.system(), "integrity of stored objects")
                .on("Blob", blob)
                .with(ending.name()));
    }

    /** Those that are so now, by the names of their objects. */
    public Map<String, Known> open() {
        Map<String, Known> open = new HashMap<>();
        Rows.of(entities.createNativeQuery(
                        "select blob_id, condition, found_at from storage_finding where ended_at is null"))
                .forEach(c ->
                        open.put((String) c[0], new Known(FindingKind.valueOf((String) c[1]), Rows.instant(c[2]))));
        return open;
    }

    /** An open finding: what, and since when. */
    public record Known(FindingKind kind, Instant since) {}
}
