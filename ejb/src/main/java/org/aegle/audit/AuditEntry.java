package org.aegle.audit;

import java.io.Serializable;

/**
 * One line for the audit trail: who did what to which thing, on what basis, and how it ended.
 *
 * @param basis why it was allowed or not: role, scope, grant
 * @param patient key of the patient concerned, 0 for none or several
 */
public record AuditEntry(
        AuditAction action,
        AuditOutcome outcome,
        Agent agent,
        String basis,
        String entityType,
        String entity,
        long patient,
        String detail)
        implements Serializable {

    public static AuditEntry of(AuditAction action, Agent agent, String basis) {
        return new AuditEntry(action, AuditOutcome.SUCCESS, agent, basis, "", "", 0, "");
    }

    public AuditEntry on(String type, String id) {
        return new AuditEntry(action, outcome, agent, basis, type, id, patient, detail);
    }

    public AuditEntry ofPatient(long patientId) {
        return new AuditEntry(action, outcome, agent, basis, entityType, entity, patientId, detail);
    }

    public AuditEntry with(String text) {
        return new AuditEntry(action, outcome, agent, basis, entityType, entity, patient, text);
    }

    public AuditEntry ending(AuditOutcome end) {
        return new AuditEntry(action, end, agent, basis, entityType, entity, patient, detail);
    }
}
