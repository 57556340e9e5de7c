package org.aegle.dicom.network;

/** Decides which associations are accepted, and for what. */
@FunctionalInterface
public interface AssociationPolicy {
    /** The decision about a request whose protocol version and application context are sound. Called by one thread for
     * each association, within the ARTIM timeout. */
    AssociationDecision decide(AssociationProposal proposal);
}
