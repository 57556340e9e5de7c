package org.aegle.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The record of every access, refusal and change. It can only grow. */
@Stateless
@PermitAll
public class AuditTrail {
    private static final int SHORT = 300;
    private static final int LONG = 2000;

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    /** Records what the current transaction does: both become durable together, or neither. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(AuditEntry entry) {
        insert(entry);
    }

    /** Records what has no transaction of its own, or must be remembered although that one is rolled back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordAlone(AuditEntry entry) {
        insert(entry);
    }

    /** A row is never read back as an object or changed; the database numbers and dates it. */
    private void insert(AuditEntry entry) {
        entities.createNativeQuery("insert into audit_event (action, outcome, agent, agent_kind, organization_id,"
                        + " address, basis, entity_type, entity, patient_id, detail)"
                        + " values (?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, nullif(?, 0), ?)")
                .setParameter(1, entry.action().name())
                .setParameter(2, entry.outcome().name())
                .setParameter(3, cut(entry.agent().name(), 200))
                .setParameter(4, entry.agent().kind())
                .setParameter(5, entry.agent().organization())
                .setParameter(6, cut(entry.agent().address(), 100))
                .setParameter(7, cut(entry.basis(), SHORT))
                .setParameter(8, entry.entityType())
                .setParameter(9, cut(entry.entity(), SHORT))
                .setParameter(10, entry.patient())
                .setParameter(11, cut(entry.detail(), LONG))
                .executeUpdate();
    }

    /** Some of it came from outside: no line breaks, NULs or endless values. */
    private static String cut(String text, int length) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= length ? clean : clean.substring(0, length);
    }
}
