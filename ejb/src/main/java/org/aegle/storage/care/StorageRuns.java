package org.aegle.storage.care;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.aegle.audit.Agent;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.search.Rows;

/**
 * The runs over all objects: one of a kind at a time, claimed by one node until it is done, lets go, or is silent for
 * some minutes.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class StorageRuns {
    private static final String COLUMNS =
            "id, kind, asked_by, started_at, ended_at, position, objects, bytes, findings";

    private static final String NODE = System.getProperty("jboss.node.name", "aegle");

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AuditTrail trail;

    /** Begins a run that is due; no effect when one goes on. */
    public void begin(RunKind kind) {
        insert(kind, "");
    }

    /** Begins a run that somebody asked for, instead of a due one that goes on; no effect when one was asked for. */
    public void ask(RunKind kind, String user) {
        query(
                        "update storage_run set ended_at = clock_timestamp() where kind = ? and ended_at is null"
                                + " and asked_by = ''",
                        kind.name())
                .executeUpdate();
        insert(kind, user);
    }

    private void insert(RunKind kind, String user) {
        query("insert into storage_run (kind, asked_by) values (?, ?) on conflict do nothing", kind.name(), user)
                .executeUpdate();
    }

    /** The run that goes on, for this node to work on; none when there is none, or another node is at it. */
    public Optional<StorageRun> claim(RunKind kind) {
        return runs(query(
                        "update storage_run set node = ?, claimed_until = clock_timestamp() + interval '10 minutes'"
                                + " where id = (select id from storage_run where kind = ? and ended_at is null"
                                + " and (node = ? or claimed_until < clock_timestamp()) for update skip locked)"
                                + " returning " + COLUMNS,
                        NODE,
                        kind.name(),
                        NODE))
                .findFirst();
    }

    /** Remembers how far it is; false when it is no longer this node's. */
    public boolean advance(StorageRun run) {
        int rows = query(
                        "update storage_run set position = ?, objects = ?, bytes = ?, findings = ?,"
                                + " claimed_until = clock_timestamp() + interval '10 minutes'"
                                + " where id = ? and node = ? and ended_at is null",
                        run.position(),
                        run.objects(),
                        run.bytes(),
                        run.findings(),
                        run.id(),
                        NODE)
                .executeUpdate();
        return rows == 1;
    }

    /** Lets others go on with it. */
    public void release(StorageRun run) {
        query("update storage_run set claimed_until = '-infinity' where id = ? and node = ?", run.id(), NODE)
                .executeUpdate();
    }

    /** It went over all there is. The audit trail tells. */
    public void end(StorageRun run) {
        advance(run);
        query("update storage_run set ended_at = clock_timestamp() where id = ?", run.id())
                .executeUpdate();
        String basis = run.isAsked() ? "asked for by " + run.askedBy() : "schedule";
        trail.record(AuditEntry.of(AuditAction.VERIFY, Agent.system(), basis)
                .on("Storage", run.kind().name())
                .ending(run.findings() == 0 ? AuditOutcome.SUCCESS : AuditOutcome.FAILED)
                .with(run.objects() + " objects, " + run.bytes() + " bytes, " + run.findings() + " findings"));
    }

    /** The newest, whether it goes on or not. */
    public Optional<StorageRun> last(RunKind kind) {
        return runs(query(
                        "select " + COLUMNS + " from storage_run where kind = ? order by id desc limit 1", kind.name()))
                .findFirst();
    }

    /** The newest that went over all there is. */
    public Optional<StorageRun> lastWhole(RunKind kind) {
        return runs(query(
                        "select " + COLUMNS + " from storage_run where kind = ? and ended_at is not null"
                                + " and position = ? order by id desc limit 1",
                        kind.name(),
                        Pace.END))
                .findFirst();
    }

    private Query query(String sql, Object... parameters) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    private static java.util.stream.Stream<StorageRun> runs(Query query) {
        List<Object[]> rows = Rows.of(query);
        return rows.stream().map(StorageRuns::run);
    }

    private static StorageRun run(Object[] c) {
        return new StorageRun(
                Rows.number(c[0]),
                RunKind.valueOf(Rows.text(c[1])),
                Rows.text(c[2]),
                Rows.instant(c[3]),
                c[4] == null ? null : Rows.instant(c[4]),
                Rows.text(c[5]),
                Rows.number(c[6]),
                Rows.number(c[7]),
                Rows.number(c[8]));
    }
}
