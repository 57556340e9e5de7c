package org.aegle.dicom.network.service;

import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.PresentationContext;

/**
 * Where an operation came in.
 *
 * @param presentationContext the context it was sent in, with its transfer syntax
 * @param user invokes operations on the peer over the same association; not from within a provider of C-ECHO, C-STORE or
 *     N-services, since these hold the thread that receives the answers
 */
public record OperationContext(PresentationContext presentationContext, ServiceUser user) {
    /** The association: titles, peer, certificates, identity. */
    public Association association() {
        return user.association();
    }
}
