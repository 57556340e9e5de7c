package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.aegle.access.EntityAccess;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.pdu.RoleSelection;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.NormalizedUser.SopInstance;
import org.aegle.dicom.network.service.RemoteEntity;
import org.aegle.dicom.network.service.ServiceUser;
import org.aegle.imaging.commitment.ClaimedCommitment;
import org.aegle.imaging.commitment.CommitmentResult;
import org.aegle.refusal.Refusal;
import org.aegle.settings.Settings;

/**
 * Tells a result to who asked for it. Over the association of the request where the asker named its roles there or listens
 * nowhere, as long as it is open; else over one of ours, on which we propose to be SCP. PS3.4 J.3.3, PS3.7 D.3.3.4.
 */
@ApplicationScoped
public class CommitmentDelivery {
    private static final SopInstance PUSH_MODEL =
            new SopInstance(UID.StorageCommitmentPushModel, UID.StorageCommitmentPushModelInstance);
    private static final AssociationOffer OFFER = AssociationOffer.NONE
            .with(UID.StorageCommitmentPushModel, OfferedContexts.MESSAGES)
            .with(new RoleSelection(UID.StorageCommitmentPushModel, false, true));

    @Inject
    private EntityAccess access;

    @Inject
    private Settings settings;

    /** Empty when the asker has taken it, else why not. */
    String deliver(
            DicomClient client, ClaimedCommitment commitment, CommitmentResult result, Optional<ServiceUser> asker) {
        String ours = settings.dicom().aeTitle();
        Attributes event = CommitmentEvent.information(commitment.transactionUid(), ours, result);
        Optional<RemoteEntity> listener;
        try {
            listener = access.findListener(commitment.aeTitle());
        } catch (Refusal e) {
            return e.getMessage();
        }
        boolean listens = listener.isPresent();
        Optional<ServiceUser> same =
                asker.filter(user -> user.association().isOpen()).filter(user -> !listens || namesRoles(user));
        if (same.isPresent()) {
            String failure = tell(same.get(), result, event);
            if (failure.isEmpty() || !listens) {
                return failure;
            }
        }
        return listens ? call(client, ours, listener.get(), result, event) : "it has neither host nor port";
    }

    private static boolean namesRoles(ServiceUser user) {
        return user.association()
                .request()
                .userInformation()
                .all(RoleSelection.class)
                .anyMatch(role -> role.sopClassUid().equals(UID.StorageCommitmentPushModel));
    }

    private static String call(
            DicomClient client, String ours, RemoteEntity listener, CommitmentResult result, Attributes event) {
        try (ServiceUser user = client.connect(ours, listener, OFFER)) {
            return tell(user, result, event);
        } catch (IOException e) {
            return listener.host() + ":" + listener.port() + ": " + e.getMessage();
        }
    }

    private static String tell(ServiceUser user, CommitmentResult result, Attributes event) {
        try {
            DimseStatus status = user.normalized()
                    .eventReport(PUSH_MODEL, CommitmentEvent.type(result), event)
                    .outcome()
                    .status();
            return status.isFailure() ? "N-EVENT-REPORT was answered with " + status : "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
