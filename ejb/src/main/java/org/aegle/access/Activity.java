package org.aegle.access;

import static org.aegle.directory.Role.ADMINISTRATOR;
import static org.aegle.directory.Role.CLERK;
import static org.aegle.directory.Role.PHYSICIAN;
import static org.aegle.directory.Role.PRIVACY_OFFICER;
import static org.aegle.directory.Role.RADIOLOGIST;
import static org.aegle.directory.Role.TECHNOLOGIST;

import java.util.EnumSet;
import java.util.Set;
import org.aegle.audit.AuditAction;
import org.aegle.directory.Role;

/** What can be done at a boundary, with the roles and the scope that allow it: the decision table of the policy. */
public enum Activity {
    SEARCH_PATIENTS("Patient", 's', AuditAction.SEARCH, PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    READ_PATIENT("Patient", 'r', AuditAction.READ, PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    CREATE_PATIENT("Patient", 'c', AuditAction.CREATE, PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    UPDATE_PATIENT("Patient", 'u', AuditAction.UPDATE, PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    SEARCH_STUDIES("ImagingStudy", 's', AuditAction.SEARCH, PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    READ_STUDY("ImagingStudy", 'r', AuditAction.READ, PHYSICIAN, RADIOLOGIST, TECHNOLOGIST),
    STORE_INSTANCE("ImagingStudy", 'c', AuditAction.STORE, PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    /** For good; hence only by who judges images. */
    DELETE_STUDY("ImagingStudy", 'd', AuditAction.DELETE, RADIOLOGIST),
    /** Sees what waits because its patient does not fit, and decides on it. No program does. */
    RECONCILE("", ' ', AuditAction.UPDATE, TECHNOLOGIST, CLERK),
    /** Asking whether objects are safe. PS3.4 J. */
    COMMIT_STORAGE("StorageCommitment", 'c', AuditAction.READ),
    /** Reading which associations there were; nothing in it tells of patients. */
    READ_TRANSFERS("", ' ', AuditAction.READ, ADMINISTRATOR, TECHNOLOGIST, CLERK),
    READ_AUDIT("AuditEvent", 's', AuditAction.SEARCH, PRIVACY_OFFICER),
    ADMINISTER("", ' ', AuditAction.UPDATE, ADMINISTRATOR);

    private final String resourceType;
    private final char letter;
    private final AuditAction auditAction;
    private final Set<Role> roles;

    Activity(String resourceType, char letter, AuditAction auditAction, Role... roles) {
        this.resourceType = resourceType;
        this.letter = letter;
        this.auditAction = auditAction;
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Set.of(roles));
    }

    String resourceType() {
        return resourceType;
    }

    char letter() {
        return letter;
    }

    /** What the audit trail calls it. */
    AuditAction auditAction() {
        return auditAction;
    }

    boolean isFor(Role role) {
        return roles.contains(role);
    }
}
