package org.aegle.dicom.network.pdu;

import java.util.Arrays;

/**
 * User Identity of an acceptance. PS3.7 D.3.3.7.2.
 *
 * @param serverResponse no bytes for types 1 and 2, else the server's ticket, response or token, not copied
 */
public record UserIdentityResponse(byte[] serverResponse) implements UserInformationItem {
    @Override
    public boolean equals(Object other) {
        return other instanceof UserIdentityResponse item && Arrays.equals(item.serverResponse, serverResponse);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(serverResponse);
    }

    @Override
    public String toString() {
        return "UserIdentityResponse[" + serverResponse.length + " bytes]";
    }
}
