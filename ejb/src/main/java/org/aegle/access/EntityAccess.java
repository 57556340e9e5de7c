package org.aegle.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aegle.audit.Agent;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.dicom.network.Peer;
import org.aegle.dicom.network.service.RemoteEntity;
import org.aegle.directory.ApplicationEntities;
import org.aegle.directory.ApplicationEntity;
import org.aegle.directory.PrivateSopClasses;
import org.aegle.settings.Settings;

/**
 * How application entities come in. An AE title is no proof of identity: it counts only together with the address it
 * comes from, and with the certificate where one is demanded. Changes of the directory hold from the next question on.
 */
@Stateless
@PermitAll
public class EntityAccess {
    private static final String TYPE = "ApplicationEntity";

    @Inject
    private ApplicationEntities entities;

    @Inject
    private PrivateSopClasses privateSopClasses;

    @Inject
    private EntityTransports transports;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail trail;

    /**
     * Whether an entity may associate; the audit trail learns of it either way.
     *
     * @param open associations under the calling AE title, this one among them
     */
    public EntityAdmission admit(String callingAeTitle, String calledAeTitle, Peer peer, int open) {
        if (!calledAeTitle.equals(settings.dicom().aeTitle())) {
            refuse(
                    callingAeTitle,
                    calledAeTitle,
                    peer,
                    "called AE title is not " + settings.dicom().aeTitle());
            return new EntityAdmission.CalledEntityUnknown();
        }
        Optional<ApplicationEntity> known = entities.find(callingAeTitle);
        Optional<ApplicationEntity> entity = known.filter(e -> mayEnter(e, peer));
        if (entity.isEmpty()) {
            refuse(callingAeTitle, calledAeTitle, peer, reason(known, peer));
            return new EntityAdmission.CallingEntityUnknown();
        }
        int most = entity.get().mostAssociations();
        if (most > 0 && open > most) {
            refuse(callingAeTitle, calledAeTitle, peer, "has " + most + " associations already");
            return new EntityAdmission.Full();
        }
        Caller caller = Caller.of(entity.get(), address(peer));
        String basis = peer.certificates().isEmpty() ? "AE title and address" : "AE title, address and certificate";
        trail.record(AuditEntry.of(AuditAction.LOGIN, caller.agent(), basis)
                .on(TYPE, callingAeTitle)
                .with("association with " + calledAeTitle));
        return new EntityAdmission.Admitted(
                caller,
                entity.get().services(),
                privateSopClasses.uids(),
                entity.get().idleSeconds());
    }

    /** The caller for an operation on an association, as the directory is now; empty once it may not call any more. */
    public Optional<Caller> again(String callingAeTitle, Peer peer) {
        return entities.find(callingAeTitle)
                .filter(entity -> mayEnter(entity, peer))
                .map(entity -> Caller.of(entity, address(peer)));
    }

    /** Where C-MOVE may send to for this caller: destinations of its own organisation. */
    public Optional<RemoteEntity> findDestination(Caller caller, String aeTitle) {
        return entities.find(aeTitle)
                .filter(ApplicationEntity::isEnabled)
                .filter(ApplicationEntity::isDestination)
                .filter(entity -> entity.organization().id().equals(caller.organization()))
                .map(this::remote);
    }

    /** Where an entity listens, for what it asked us to tell it; empty when it does not, or is disabled. */
    public Optional<RemoteEntity> findListener(String aeTitle) {
        return entities.find(aeTitle)
                .filter(ApplicationEntity::isEnabled)
                .filter(ApplicationEntity::isReachable)
                .map(this::remote);
    }

    private RemoteEntity remote(ApplicationEntity entity) {
        return new RemoteEntity(entity.aeTitle(), entity.host(), entity.port(), transports.calling(entity.isTls()));
    }

    private static boolean mayEnter(ApplicationEntity entity, Peer peer) {
        return entity.isEnabled()
                && entity.mayCallFrom(peer.address().getAddress())
                && entity.isShownBy(peer.certificates());
    }

    private static String reason(Optional<ApplicationEntity> known, Peer peer) {
        if (known.isEmpty()) {
            return "calling AE title is unknown";
        } else if (!known.get().isEnabled()) {
            return "is disabled";
        }
        return known.get().mayCallFrom(peer.address().getAddress())
                ? "does not show its certificate"
                : "may not call from this address";
    }

    private static String address(Peer peer) {
        return peer.address().getAddress().getHostAddress();
    }

    private void refuse(String calling, String called, Peer peer, String reason) {
        trail.record(AuditEntry.of(AuditAction.LOGIN, Agent.unknown(calling, address(peer)), reason)
                .on(TYPE, called)
                .ending(AuditOutcome.REFUSED));
    }
}
