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
