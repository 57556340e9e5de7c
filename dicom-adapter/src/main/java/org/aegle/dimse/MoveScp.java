package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.aegle.access.EntityAccess;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.Suboperations;
import org.aegle.dicom.network.service.MoveOperation;
import org.aegle.dicom.network.service.MoveProvider;
import org.aegle.dicom.network.service.OutgoingInstance;
import org.aegle.dicom.network.service.RemoteEntity;
import org.aegle.directory.EntityService;

/** Retrieval by another entity as SCP, Patient Root and Study Root: sends to known destinations only. PS3.4 C.4.2. */
@ApplicationScoped
public class MoveScp implements MoveProvider {
    static final List<String> SOP_CLASSES =
            List.of(UID.PatientRootQueryRetrieveInformationModelMove, UID.StudyRootQueryRetrieveInformationModelMove);

    @Inject
    private AssociationCallers callers;

    @Inject
    private EntityAccess access;

    @Inject
    private RequestedInstances instances;

    @Inject
    private AssociationTallies tallies;

    @Override
    public Optional<RemoteEntity> findDestination(MoveOperation operation) {
        AssociationTally tally = tallies.of(operation.context());
        tally.asked(EntityService.MOVE);
        try {
            Optional<RemoteEntity> found =
                    access.findDestination(callers.of(operation.context()), destination(operation));
            if (found.isEmpty()) {
                tally.failed(DimseStatus.MOVE_DESTINATION_UNKNOWN);
            }
            return found;
        } catch (RuntimeException e) {
            throw tally.failed(DimseStatuses.refusal(e));
        }
    }

    @Override
    public List<OutgoingInstance> move(MoveOperation operation) {
        return instances.find(
                operation.context(), operation.identifier(), SOP_CLASSES, "objects to " + destination(operation));
    }

    @Override
    public void performed(MoveOperation operation, Suboperations counts) {
        tallies.of(operation.context()).sent(counts, "to " + destination(operation));
    }

    private static String destination(MoveOperation operation) {
        return operation.request().moveDestination().strip();
    }
}
