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
    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    /** Records what the current transaction does: both become durable together, or neither. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(AuditEntry entry) {
        entities.persist(new AuditEvent(entry));
    }

    /** Records what has no transaction of its own, or must be remembered although that one is rolled back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordAlone(AuditEntry entry) {
        entities.persist(new AuditEvent(entry));
    }
}
