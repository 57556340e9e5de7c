package org.aegle.dicom.network;

import org.aegle.dicom.network.pdu.AssociateRequest;

/** Decides which associations are accepted, and for what. */
@FunctionalInterface
public interface AssociationPolicy {
    /** The decision about a request whose protocol version and application context are sound. Called by one thread for
     * each association, within the ARTIM timeout. */
    AssociationDecision decide(AssociationProposal proposal);

    /** An association that was accepted is over, or did not come about after all: told once for each. */
    default void ended(AssociateRequest request) {}
}
