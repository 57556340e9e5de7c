package org.aegle.dicom.network.service;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.PresentationContext;

/** Chooses the presentation context that something is sent in. */
final class PresentationContexts {
    private PresentationContexts() {}

    /** A context in which we may invoke operations of a SOP class. */
    static PresentationContext forSopClass(Association association, String sopClassUid) throws NotNegotiatedException {
        return usable(association, sopClassUid)
                .findFirst()
                .orElseThrow(() -> new NotNegotiatedException("No presentation context for " + sopClassUid));
    }

    /** A context in which we may tell of events of a SOP class: we must be SCP of it there. PS3.7 10.1.1, PS3.4 J.3.3. */
    static PresentationContext forEvents(Association association, String sopClassUid) throws NotNegotiatedException {
        return association.contexts().stream()
                .filter(context -> context.abstractSyntax().equals(sopClassUid))
                .filter(context -> association.isRequestor() ? context.requestorScp() : context.requestorScu())
                .min(Comparator.comparingInt(PresentationContext::id))
                .orElseThrow(() -> new NotNegotiatedException("The role of SCP was not agreed for " + sopClassUid));
    }

    /** A context for an instance: in its own transfer syntax, else one that it can be transcoded to. */
    static PresentationContext forInstance(Association association, OutgoingInstance instance, Transcoder transcoder)
            throws NotNegotiatedException {
        TransferSyntax own = instance.transferSyntax();
        Optional<PresentationContext> same = usable(association, instance.sopClassUid())
                .filter(context -> context.transferSyntax().equals(own))
                .findFirst();
        return same.or(() -> usable(association, instance.sopClassUid())
                        .filter(context -> transcoder.supports(own, context.transferSyntax()))
                        .findFirst())
                .orElseThrow(() -> new NotNegotiatedException(
                        "No presentation context for " + instance.sopClassUid() + " in " + own.name()));
    }

    private static Stream<PresentationContext> usable(Association association, String sopClassUid) {
        return association.contexts().stream()
                .filter(context -> context.abstractSyntax().equals(sopClassUid))
                .filter(context -> association.isRequestor() ? context.requestorScu() : context.requestorScp())
                .sorted(Comparator.comparingInt(PresentationContext::id));
    }
}
