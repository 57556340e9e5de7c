package org.aegle.dicom.network.pdu;

import java.util.List;

/**
 * Presentation Context item of a request. PS3.8 9.3.2.2.
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax SOP class or meta SOP class
 * @param transferSyntaxes the encodings offered, in the requestor's order
 */
public record ProposedPresentationContext(int id, String abstractSyntax, List<String> transferSyntaxes) {
    /** A proposal whose list cannot change. */
    public ProposedPresentationContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }
}
