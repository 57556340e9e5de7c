package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aegle.access.Caller;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.dicom.network.service.OperationContext;
import org.aegle.dicom.network.service.OutgoingInstance;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.search.Restriction;

/** The instances that a C-GET or C-MOVE asks for, each opened in the store when its turn comes. */
@ApplicationScoped
public class RequestedInstances {
    @Inject
    private AssociationCallers callers;

    @Inject
    private ClientQueries queries;

    @Inject
    private ObjectBytes bytes;

    @Inject
    private AssociationTallies tallies;

    /**
     * Those that the identifier names and the caller may have.
     *
     * @param sopClasses the retrieval models of the operation; another context is refused
     * @param purpose for the audit trail
     */
    List<OutgoingInstance> find(
            OperationContext context, Attributes identifier, List<String> sopClasses, String purpose) {
        AssociationTally tally = tallies.of(context);
        try {
            List<Restriction> restrictions =
                    RetrieveIdentifier.parse(require(context.presentationContext(), sopClasses), identifier);
            Caller caller = callers.of(context);
            return queries.retrieve(caller, restrictions, purpose).stream()
                    .map(instance -> outgoing(instance, tally))
                    .toList();
        } catch (RuntimeException e) {
            throw tally.failed(DimseStatuses.refusal(e));
        }
    }

    private static PresentationContext require(PresentationContext context, List<String> sopClasses) {
        if (!sopClasses.contains(context.abstractSyntax())) {
            throw new DimseRefusal(
                    DimseStatus.SOP_CLASS_NOT_SUPPORTED, "The presentation context is not one of this service");
        }
        return context;
    }

    private OutgoingInstance outgoing(RetrievableInstance instance, AssociationTally tally) {
        TransferSyntax syntax =
                TransferSyntax.find(instance.transferSyntaxUid()).orElseThrow();
        return new OutgoingInstance(instance.sopClassUid(), instance.uid().value(), syntax, () -> {
            tally.opened(instance.study().value(), syntax, instance.blob().length());
            return bytes.dataset(instance);
        });
    }
}
