package org.aegle.dicom.network;

import java.util.List;
import org.aegle.dicom.network.pdu.RejectReason;
import org.aegle.dicom.network.pdu.UserInformationItem;

/** What a policy decided about a request. */
public sealed interface AssociationDecision {
    /**
     * Accepted.
     *
     * @param contexts what the requestor may use
     * @param answers extended negotiation and user identity items for the acceptance, when the request asked for them
     */
    record Accepted(SupportedContexts contexts, List<UserInformationItem> answers) implements AssociationDecision {
        /** A decision whose list cannot change. */
        public Accepted {
            answers = List.copyOf(answers);
        }

        /** Accepted without further answers. */
        public Accepted(SupportedContexts contexts) {
            this(contexts, List.of());
        }
    }

    /**
     * Rejected.
     *
     * @param reason what the requestor is told
     */
    record Rejected(RejectReason reason) implements AssociationDecision {}
}
