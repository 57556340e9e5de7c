package org.aegle.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.aegle.id.OneLine;
import org.aegle.search.RowInsert;

/** The record of every access, refusal and change. It can only grow. */
@Stateless
@PermitAll
public class AuditTrail {
    /** A row is never read back as an object or changed; the database numbers and dates it. */
    private static final RowInsert ROWS = new RowInsert(
            "insert into audit_event (action, outcome, agent, agent_kind, organization_id, address, basis, entity_type,"
                    + " entity, patient_id, detail)",
            "(?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, nullif(?, 0), ?)",
            "returning id");

    private static final int SHORT = 300;
    private static final int LONG = 2000;

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private RecentLooks looks;

    /** Records what the current transaction does: both become durable together, or neither. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(AuditEntry entry) {
        insert(List.of(entry));
    }

    /** The same for several entries, which are numbered in their order. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(List<AuditEntry> entries) {
        insert(entries);
    }

    /**
     * Records that something was looked at. The same look again (caller, address, basis, thing) within a minute of a
     * durable entry is the same look.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void recordLook(AuditEntry entry) {
        if (!looks.contains(entry)) {
            insert(List.of(entry));
            looks.remember(entry);
        }
    }

    /** Records what has no transaction of its own, or must be remembered although that one is rolled back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordAlone(AuditEntry entry) {
        insert(List.of(entry));
    }

    private void insert(List<AuditEntry> entries) {
        ROWS.run(entities, entries.stream().map(AuditTrail::row).toList());
    }

    private static Object[] row(AuditEntry entry) {
        return new Object[] {
            entry.action().name(),
            entry.outcome().name(),
            cut(entry.agent().name(), 200),
            entry.agent().kind(),
            entry.agent().organization(),
            cut(entry.agent().address(), 100),
            cut(entry.basis(), SHORT),
            entry.entityType(),
            cut(entry.entity(), SHORT),
            entry.patient(),
            cut(entry.detail(), LONG)
        };
    }

    /** Some of it came from outside. */
    private static String cut(String text, int length) {
        return OneLine.of(text, " ", length);
    }
}
