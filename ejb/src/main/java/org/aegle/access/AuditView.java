package org.aegle.access;

import java.io.Serializable;
import java.time.Instant;

/** A line of the audit trail for reading; see {@link org.aegle.audit.AuditEntry}. */
public record AuditView(
        long id,
        Instant at,
        String action,
        String outcome,
        String agent,
        String agentKind,
        String organization,
        String address,
        String basis,
        String entityType,
        String entity,
        String patientName,
        String detail)
        implements Serializable {}
