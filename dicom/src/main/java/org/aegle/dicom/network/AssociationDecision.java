package org.aegle.dicom.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aegle.dicom.network.pdu.RejectReason;
import org.aegle.dicom.network.pdu.UserInformationItem;

/** What a policy decided about a request. */
public sealed interface AssociationDecision {
    /**
     * Accepted.
     *
     * @param contexts what the requestor may use
     * @param answers extended negotiation and user identity items for the acceptance, when the request asked for them
     * @param idleTimeout of this peer; empty for the usual one
     */
    record Accepted(SupportedContexts contexts, List<UserInformationItem> answers, Optional<Duration> idleTimeout)
            implements AssociationDecision {
        /** A decision whose list cannot change. */
        public Accepted {
            answers = List.copyOf(answers);
        }

        /** Accepted with the usual idle timeout. */
        public Accepted(SupportedContexts contexts, List<UserInformationItem> answers) {
            this(contexts, answers, Optional.empty());
        }

        /** Accepted without further answers. */
        public Accepted(SupportedContexts contexts) {
            this(contexts, List.of());
        }

        /** The same with another idle timeout. */
        public Accepted withIdleTimeout(Optional<Duration> other) {
            return new Accepted(contexts, answers, other);
        }
    }

    /**
     * Rejected.
     *
     * @param reason what the requestor is told
     */
    record Rejected(RejectReason reason) implements AssociationDecision {}
}
