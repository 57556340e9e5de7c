package org.aegle.dicom.network.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-AC. PS3.8 9.3.3.
 *
 * @param protocolVersion bit 0 stands for version 1
 * @param calledAeTitle as in the request
 * @param callingAeTitle as in the request
 * @param applicationContextName the DICOM application context
 * @param presentationContexts one answer to each proposal
 * @param userInformation limits, roles, identities
 */
public record AssociateAccept(
        int protocolVersion,
        String calledAeTitle,
        String callingAeTitle,
        String applicationContextName,
        List<PresentationContextAnswer> presentationContexts,
        UserInformation userInformation)
        implements Pdu {
    /** An acceptance whose lists cannot change. */
    public AssociateAccept {
        presentationContexts = List.copyOf(presentationContexts);
    }

    @Override
    public PduType type() {
        return PduType.ASSOCIATE_ACCEPT;
    }
}
