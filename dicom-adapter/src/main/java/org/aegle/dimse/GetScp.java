package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.network.dimse.Suboperations;
import org.aegle.dicom.network.service.GetOperation;
import org.aegle.dicom.network.service.GetProvider;
import org.aegle.dicom.network.service.OutgoingInstance;
import org.aegle.directory.EntityService;

/** Retrieval over the same association as SCP, Patient Root and Study Root. PS3.4 C.4.3. */
@ApplicationScoped
public class GetScp implements GetProvider {
    static final List<String> SOP_CLASSES =
            List.of(UID.PatientRootQueryRetrieveInformationModelGet, UID.StudyRootQueryRetrieveInformationModelGet);

    @Inject
    private RequestedInstances instances;

    @Inject
    private AssociationTallies tallies;

    @Override
    public List<OutgoingInstance> get(GetOperation operation) {
        tallies.of(operation.context()).asked(EntityService.GET);
        return instances.find(operation.context(), operation.identifier(), SOP_CLASSES, "objects");
    }

    @Override
    public void performed(GetOperation operation, Suboperations counts) {
        tallies.of(operation.context()).sent(counts, "");
    }
}
