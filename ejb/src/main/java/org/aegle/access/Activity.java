package org.aegle.access;

import static org.aegle.directory.Role.ADMINISTRATOR;
import static org.aegle.directory.Role.CLERK;
import static org.aegle.directory.Role.PHYSICIAN;
import static org.aegle.directory.Role.PRIVACY_OFFICER;
import static org.aegle.directory.Role.RADIOLOGIST;
import static org.aegle.directory.Role.TECHNOLOGIST;

import java.util.EnumSet;
import java.util.Set;
import org.aegle.directory.Role;

/** What can be done at a boundary, with the roles and the scope that allow it: the decision table of the policy. */
public enum Activity {
    SEARCH_PATIENTS("Patient", 's', PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    READ_PATIENT("Patient", 'r', PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    CREATE_PATIENT("Patient", 'c', PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    UPDATE_PATIENT("Patient", 'u', PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    SEARCH_STUDIES("ImagingStudy", 's', PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    READ_STUDY("ImagingStudy", 'r', PHYSICIAN, RADIOLOGIST, TECHNOLOGIST),
    STORE_INSTANCE("ImagingStudy", 'c', PHYSICIAN, RADIOLOGIST, TECHNOLOGIST, CLERK),
    READ_AUDIT("AuditEvent", 's', PRIVACY_OFFICER),
    ADMINISTER("", ' ', ADMINISTRATOR);

    private final String resourceType;
    private final char letter;
    private final Set<Role> roles;

    Activity(String resourceType, char letter, Role... roles) {
        this.resourceType = resourceType;
        this.letter = letter;
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Set.of(roles));
    }

    String resourceType() {
        return resourceType;
    }

    char letter() {
        return letter;
    }

    boolean isFor(Role role) {
        return roles.contains(role);
    }
}
