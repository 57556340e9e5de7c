package org.aegle.imaging.transfer;

import java.io.Serializable;
import org.aegle.access.Caller;

/**
 * Who sends or receives.
 *
 * @param kind what it is
 * @param name AE title as it says, client id or user name
 * @param organization key of its organisation; 0 when it was not let in
 * @param organizationName for people; empty before it is read back
 * @param address where it is
 * @param tls it was encrypted
 */
public record TransferPeer(
        Caller.Kind kind, String name, long organization, String organizationName, String address, boolean tls)
        implements Serializable {
    /** The one who makes a request. */
    public static TransferPeer of(Caller caller, boolean tls) {
        return new TransferPeer(
                caller.kind(), caller.name(), caller.organization().value(), "", caller.address(), tls);
    }
}
