package org.aegle.dicom.network.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-RQ. PS3.8 9.3.2.
 *
 * @param protocolVersion bit 0 stands for version 1, the only one there is
 * @param calledAeTitle the acceptor's AE title, without padding
 * @param callingAeTitle the requestor's AE title, without padding
 * @param applicationContextName the DICOM application context, "1.2.840.10008.3.1.1.1"
 * @param presentationContexts what is proposed
 * @param userInformation limits, roles, identities
 */
public record AssociateRequest(
        int protocolVersion,
        String calledAeTitle,
        String callingAeTitle,
        String applicationContextName,
        List<ProposedPresentationContext> presentationContexts,
        UserInformation userInformation)
        implements Pdu {
    /** The version of this standard. */
    public static final int PROTOCOL_VERSION = 1;

    /** A request whose lists cannot change. */
    public AssociateRequest {
        presentationContexts = List.copyOf(presentationContexts);
    }

    @Override
    public PduType type() {
        return PduType.ASSOCIATE_REQUEST;
    }
}
