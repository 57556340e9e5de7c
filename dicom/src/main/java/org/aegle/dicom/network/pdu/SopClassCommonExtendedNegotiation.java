package org.aegle.dicom.network.pdu;

import java.util.List;

/**
 * SOP Class Common Extended Negotiation: what kind a SOP class is of, for acceptors that do not know it. PS3.7 D.3.3.6.
 *
 * @param sopClassUid SOP class
 * @param serviceClassUid its service class
 * @param relatedGeneralSopClassUids more general SOP classes that an instance may be taken for
 */
public record SopClassCommonExtendedNegotiation(
        String sopClassUid, String serviceClassUid, List<String> relatedGeneralSopClassUids)
        implements UserInformationItem {
    /** An item whose list cannot change. */
    public SopClassCommonExtendedNegotiation {
        relatedGeneralSopClassUids = List.copyOf(relatedGeneralSopClassUids);
    }
}
