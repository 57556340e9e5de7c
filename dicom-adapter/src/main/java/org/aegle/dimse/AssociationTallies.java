package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.AssociationException;
import org.aegle.dicom.network.AssociationProposal;
import org.aegle.dicom.network.pdu.AssociateRequest;
import org.aegle.dicom.network.service.AssociationObserver;
import org.aegle.dicom.network.service.OperationContext;
import org.aegle.imaging.transfer.Transfer;
import org.aegle.imaging.transfer.TransferQueue;

/** The tallies of all associations that are open; each goes into the transfer log when its association is over. */
@ApplicationScoped
public class AssociationTallies implements AssociationObserver {
    /** By the very request: two peers may ask for the same. */
    private final Map<AssociateRequest, AssociationTally> open = Collections.synchronizedMap(new IdentityHashMap<>());

    @Inject
    private TransferQueue queue;

    /** An association is being accepted. */
    void begin(AssociationProposal proposal, long organization) {
        open.put(proposal.request(), new AssociationTally(organization, proposal.callingAeTitle(), proposal.peer()));
    }

    /** An association was rejected. */
    void rejected(AssociationProposal proposal, String why) {
        AssociationTally tally = new AssociationTally(0, proposal.callingAeTitle(), proposal.peer());
        queue.add(tally.end(Transfer.Ending.REJECTED, why));
    }

    /** The tally of the association of an operation; one that nobody reads when the association was lost meanwhile. */
    AssociationTally of(OperationContext context) {
        Association association = context.association();
        AssociationTally tally = open.get(association.request());
        return tally == null ? new AssociationTally(0, association.peerAeTitle(), association.peer()) : tally;
    }

    @Override
    public void ended(Association association, Optional<AssociationException> fault) {
        AssociationTally tally = open.get(association.request());
        queue.add(tally.end(
                fault.isEmpty() ? Transfer.Ending.RELEASED : Transfer.Ending.ABORTED,
                fault.map(Throwable::getMessage).orElse("")));
    }

    /** An association is over, or did not come about. */
    void forget(AssociateRequest request) {
        open.remove(request);
    }
}
