package org.aegle.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.Optional;
import org.aegle.audit.Agent;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.ApplicationEntities;
import org.aegle.directory.ApplicationEntity;
import org.aegle.settings.Settings;

/**
 * How application entities come in. An AE title is no proof of identity: it counts only together with the address it
 * comes from. Changes of the directory hold from the next question on.
 */
@Stateless
@PermitAll
public class EntityAccess {
    private static final String TYPE = "ApplicationEntity";

    @Inject
    private ApplicationEntities entities;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail trail;

    /** Whether an entity may associate; the audit trail learns of it either way. */
    public EntityAdmission admit(String callingAeTitle, String calledAeTitle, InetAddress address) {
        if (!calledAeTitle.equals(settings.dicom().aeTitle())) {
            refuse(
                    callingAeTitle,
                    calledAeTitle,
                    address,
                    "called AE title is not " + settings.dicom().aeTitle());
            return new EntityAdmission.CalledEntityUnknown();
        }
        Optional<ApplicationEntity> known = entities.find(callingAeTitle);
        Optional<ApplicationEntity> entity = known.filter(e -> mayEnter(e, address));
        if (entity.isEmpty()) {
            refuse(callingAeTitle, calledAeTitle, address, reason(known));
            return new EntityAdmission.CallingEntityUnknown();
        }
        Caller caller = Caller.of(entity.get(), address.getHostAddress());
        trail.record(AuditEntry.of(AuditAction.LOGIN, caller.agent(), "AE title and address")
                .on(TYPE, callingAeTitle)
                .with("association with " + calledAeTitle));
        return new EntityAdmission.Admitted(caller, entity.get().services());
    }

    /** The caller for an operation on an association, as the directory is now; empty once it may not call any more. */
    public Optional<Caller> again(String callingAeTitle, InetAddress address) {
        return entities.find(callingAeTitle)
                .filter(entity -> mayEnter(entity, address))
                .map(entity -> Caller.of(entity, address.getHostAddress()));
    }

    /** Where C-MOVE may send to for this caller: destinations of its own organisation. */
    public Optional<EntityDestination> findDestination(Caller caller, String aeTitle) {
        return entities.find(aeTitle)
                .filter(ApplicationEntity::isEnabled)
                .filter(ApplicationEntity::isDestination)
                .filter(entity -> entity.organization().id().equals(caller.organization()))
                .map(entity -> new EntityDestination(entity.aeTitle(), entity.host(), entity.port()));
    }

    private static boolean mayEnter(ApplicationEntity entity, InetAddress address) {
        return entity.isEnabled() && entity.mayCallFrom(address);
    }

    private static String reason(Optional<ApplicationEntity> known) {
        if (known.isEmpty()) {
            return "calling AE title is unknown";
        }
        return known.get().isEnabled() ? "may not call from this address" : "is disabled";
    }

    private void refuse(String calling, String called, InetAddress address, String reason) {
        trail.record(AuditEntry.of(AuditAction.LOGIN, Agent.unknown(calling, address.getHostAddress()), reason)
                .on(TYPE, called)
                .ending(AuditOutcome.REFUSED));
    }
}
