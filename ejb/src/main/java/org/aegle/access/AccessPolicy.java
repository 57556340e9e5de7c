package org.aegle.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Role;
import org.aegle.refusal.NotPermitted;

/**
 * The one place where access is decided: whether a caller may do a thing at all, and which rows a query may touch.
 * What no rule allows is refused.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@PermitAll
public class AccessPolicy {
    @Inject
    private AuditTrail trail;

    /** Why the caller may, for the audit trail. Refuses with {@link NotPermitted}, and records that it did. */
    public String require(Caller caller, Activity activity) {
        return basis(caller, activity).orElseThrow(() -> {
            trail.recordAlone(AuditEntry.of(activity.auditAction(), caller.agent(), "no role or scope allows it")
                    .on("Activity", activity.name())
                    .ending(AuditOutcome.REFUSED));
            return new NotPermitted(activity.name());
        });
    }

    /** Records that the container turned the caller away before a boundary could. */
    public void recordDenied(Caller caller, String what) {
        trail.recordAlone(AuditEntry.of(AuditAction.READ, caller.agent(), "no role allows it")
                .on("Door", what)
                .ending(AuditOutcome.REFUSED));
    }

    /** Whether a page may offer it; nothing is recorded. */
    public boolean allows(Caller caller, Activity activity) {
        return basis(caller, activity).isPresent();
    }

    /** Which rows the caller may see. */
    public AccessFilter filter(Caller caller) {
        return new AccessFilter(caller.organization());
    }

    private static Optional<String> basis(Caller caller, Activity activity) {
        if (caller.isClient()) {
            boolean allowed = !activity.resourceType().isEmpty()
                    && caller.scopes().allow(activity.resourceType(), activity.letter());
            return allowed ? Optional.of("scope " + caller.scopes()) : Optional.empty();
        }
        return caller.roles().stream()
                .filter(activity::isFor)
                .sorted()
                .findFirst()
                .map(Role::name)
                .map("role "::concat);
    }
}
