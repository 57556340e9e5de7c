package org.aegle.dicom.network;

import java.util.Optional;
import org.aegle.dicom.network.pdu.AssociateRequest;
import org.aegle.dicom.network.pdu.UserIdentity;

/**
 * What a policy decides about: a request and who sent it.
 *
 * @param request the request
 * @param peer the sender
 */
public record AssociationProposal(AssociateRequest request, Peer peer) {
    /** The calling AE title. */
    public String callingAeTitle() {
        return request.callingAeTitle();
    }

    /** The called AE title. */
    public String calledAeTitle() {
        return request.calledAeTitle();
    }

    /** The identity that the user claims. PS3.7 D.3.3.7. */
    public Optional<UserIdentity> findUserIdentity() {
        return request.userInformation().find(UserIdentity.class);
    }
}
