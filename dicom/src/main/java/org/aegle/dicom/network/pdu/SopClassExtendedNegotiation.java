package org.aegle.dicom.network.pdu;

import java.util.Arrays;

/**
 * SOP Class Extended Negotiation. PS3.7 D.3.3.5.
 *
 * @param sopClassUid SOP class
 * @param serviceClassApplicationInformation as the service class defines it, not copied
 */
public record SopClassExtendedNegotiation(String sopClassUid, byte[] serviceClassApplicationInformation)
        implements UserInformationItem {
    @Override
    public boolean equals(Object other) {
        return other instanceof SopClassExtendedNegotiation item
                && item.sopClassUid.equals(sopClassUid)
                && Arrays.equals(item.serviceClassApplicationInformation, serviceClassApplicationInformation);
    }

    @Override
    public int hashCode() {
        return 31 * sopClassUid.hashCode() + Arrays.hashCode(serviceClassApplicationInformation);
    }
}
