package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.service.EchoProvider;
import org.aegle.dicom.network.service.OperationContext;
import org.aegle.directory.EntityService;

/** Verification as SCP. PS3.4 A. */
@ApplicationScoped
public class EchoScp implements EchoProvider {
    @Inject
    private AssociationTallies tallies;

    @Override
    public DimseOutcome echo(OperationContext context) {
        tallies.of(context).asked(EntityService.ECHO);
        return DimseOutcome.SUCCESS;
    }
}
