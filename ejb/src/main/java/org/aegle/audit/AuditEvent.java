package org.aegle.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the audit trail. The database refuses to change or remove one, and sets its time. */
@Entity
@Table(name = "audit_event")
class AuditEvent {
    private static final int SHORT = 300;
    private static final int LONG = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String action;
    private String outcome;
    private String agent;

    @Column(name = "agent_kind")
    private String agentKind;

    @Column(name = "organization_id")
    private Long organization;

    private String address;
    private String basis;

    @Column(name = "entity_type")
    private String entityType;

    private String entity;

    @Column(name = "patient_id")
    private Long patient;

    private String detail;

    protected AuditEvent() {}

    AuditEvent(AuditEntry entry) {
        action = entry.action().name();
        outcome = entry.outcome().name();
        agent = cut(entry.agent().name(), 200);
        agentKind = entry.agent().kind();
        organization = orNull(entry.agent().organization());
        address = cut(entry.agent().address(), 100);
        basis = cut(entry.basis(), SHORT);
        entityType = entry.entityType();
        entity = cut(entry.entity(), SHORT);
        patient = orNull(entry.patient());
        detail = cut(entry.detail(), LONG);
    }

    private static Long orNull(long key) {
        return key == 0 ? null : key;
    }

    /** Some of it came from outside: no line breaks, NULs or endless values. */
    private static String cut(String text, int length) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= length ? clean : clean.substring(0, length);
    }
}
