package org.aegle.dimse;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.aegle.access.EntityAccess;
import org.aegle.access.EntityAdmission;
import org.aegle.dicom.network.AssociationDecision;
import org.aegle.dicom.network.AssociationPolicy;
import org.aegle.dicom.network.AssociationProposal;
import org.aegle.dicom.network.pdu.AssociateRequest;
import org.aegle.dicom.network.pdu.RejectReason;
import org.aegle.refusal.Refusal;

/** Accepts the associations that the directory of application entities allows, for the services that it allows. */
@ApplicationScoped
public class EntityPolicy implements AssociationPolicy {
    private static final System.Logger LOG = System.getLogger(EntityPolicy.class.getName());

    @Inject
    private EntityAccess access;

    @Inject
    private OpenAssociations open;

    @Inject
    private AssociationTallies tallies;

    @Override
    public AssociationDecision decide(AssociationProposal proposal) {
        int number = open.add(proposal.callingAeTitle());
        AssociationDecision decision = decide(proposal, number);
        if (decision instanceof AssociationDecision.Rejected rejected) {
            open.remove(proposal.callingAeTitle());
            tallies.rejected(
                    proposal, rejected.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return decision;
    }

    private AssociationDecision decide(AssociationProposal proposal, int number) {
        EntityAdmission admission;
        try {
            admission = access.admit(proposal.callingAeTitle(), proposal.calledAeTitle(), proposal.peer(), number);
        } catch (EJBException | Refusal e) {
            // Nobody can be looked up now, or an entry of the directory cannot be read: neither is the caller's fault.
            LOG.log(System.Logger.Level.ERROR, "An association could not be decided", e);
            return new AssociationDecision.Rejected(RejectReason.TEMPORARY_CONGESTION);
        }
        if (admission instanceof EntityAdmission.Admitted admitted) {
            tallies.begin(proposal, admitted.caller().organization().value());
            return accept(admitted);
        } else if (admission instanceof EntityAdmission.Full) {
            return new AssociationDecision.Rejected(RejectReason.LOCAL_LIMIT_EXCEEDED);
        }
        return new AssociationDecision.Rejected(
                admission instanceof EntityAdmission.CalledEntityUnknown
                        ? RejectReason.CALLED_AE_TITLE_NOT_RECOGNIZED
                        : RejectReason.CALLING_AE_TITLE_NOT_RECOGNIZED);
    }

    private static AssociationDecision accept(EntityAdmission.Admitted admitted) {
        Optional<Duration> idle = admitted.idleSeconds() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(admitted.idleSeconds()));
        return new AssociationDecision.Accepted(OfferedContexts.of(admitted.services(), admitted.privateSopClasses()))
                .withIdleTimeout(idle);
    }

    @Override
    public void ended(AssociateRequest request) {
        open.remove(request.callingAeTitle());
        tallies.forget(request);
    }
}
