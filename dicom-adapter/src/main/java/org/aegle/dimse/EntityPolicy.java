package org.aegle.dimse;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aegle.access.EntityAccess;
import org.aegle.access.EntityAdmission;
import org.aegle.dicom.network.AssociationDecision;
import org.aegle.dicom.network.AssociationPolicy;
import org.aegle.dicom.network.AssociationProposal;
import org.aegle.dicom.network.pdu.RejectReason;
import org.aegle.refusal.Refusal;

/** Accepts the associations that the directory of application entities allows, for the services that it allows. */
@ApplicationScoped
public class EntityPolicy implements AssociationPolicy {
    private static final System.Logger LOG = System.getLogger(EntityPolicy.class.getName());

    @Inject
    private EntityAccess access;

    @Override
    public AssociationDecision decide(AssociationProposal proposal) {
        EntityAdmission admission;
        try {
            admission = access.admit(
                    proposal.callingAeTitle(),
                    proposal.calledAeTitle(),
                    proposal.peer().address().getAddress());
        } catch (EJBException | Refusal e) {
            // Nobody can be looked up now, or an entry of the directory cannot be read: neither is the caller's fault.
            LOG.log(System.Logger.Level.ERROR, "An association could not be decided", e);
            return new AssociationDecision.Rejected(RejectReason.TEMPORARY_CONGESTION);
        }
        if (admission instanceof EntityAdmission.Admitted admitted) {
            return new AssociationDecision.Accepted(OfferedContexts.of(admitted.services()));
        }
        return new AssociationDecision.Rejected(
                admission instanceof EntityAdmission.CalledEntityUnknown
                        ? RejectReason.CALLED_AE_TITLE_NOT_RECOGNIZED
                        : RejectReason.CALLING_AE_TITLE_NOT_RECOGNIZED);
    }
}
