package org.aegle.audit;

/** How it ended. */
public enum AuditOutcome {
    SUCCESS,
    /** Not allowed, or not found for this agent. */
    REFUSED,
    /** Allowed, but wrong or impossible. */
    FAILED
}
