package org.aegle.audit;

/** What was done. */
public enum AuditAction {
    LOGIN,
    LOGOUT,
    TOKEN,
    READ,
    SEARCH,
    CREATE,
    UPDATE,
    DELETE,
    STORE,
    RETRIEVE,
    /** Looked after stored objects. */
    VERIFY
}
