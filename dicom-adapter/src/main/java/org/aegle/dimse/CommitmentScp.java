package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.network.dimse.DimseRequest;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.NActionRequest;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.dicom.network.service.NormalizedProvider;
import org.aegle.dicom.network.service.NormalizedResult;
import org.aegle.dicom.network.service.OperationContext;
import org.aegle.dicom.network.service.ServiceUser;
import org.aegle.directory.EntityService;
import org.aegle.id.SopInstanceUid;
import org.aegle.imaging.commitment.ReferencedObject;
import org.aegle.imaging.commitment.StorageCommitments;
import org.aegle.refusal.Conflict;

/**
 * Storage Commitment Push Model as SCP: takes requests, which are durable before they are answered; what becomes of them
 * {@link CommitmentReports} tells. PS3.4 J.3.2.
 */
@ApplicationScoped
public class CommitmentScp implements NormalizedProvider {
    /** Duplicate Transaction UID, PS3.3 C.14.1.1; the standard has no status of that meaning for N-ACTION. */
    static final DimseStatus DUPLICATE_TRANSACTION_UID = new DimseStatus(0x0131);

    private static final int REQUEST_STORAGE_COMMITMENT = 1;

    /** The request that is being answered on each association: there these come one after the other. */
    private final Map<ServiceUser, Long> answering = Collections.synchronizedMap(new WeakHashMap<>());

    @Inject
    private AssociationCallers callers;

    @Inject
    private AssociationTallies tallies;

    @Inject
    private StorageCommitments commitments;

    @Inject
    private CommitmentReports reports;

    @Override
    public NormalizedResult action(OperationContext context, NActionRequest request, Attributes action) {
        AssociationTally tally = tallies.of(context);
        tally.asked(EntityService.COMMIT);
        try {
            require(request);
            long id = commitments.request(callers.of(context), transactionUid(action), objects(action));
            answering.put(context.user(), id);
            return NormalizedResult.success(request.requestedSopInstanceUid());
        } catch (Conflict e) {
            throw tally.failed(new DimseRefusal(DUPLICATE_TRANSACTION_UID, "Transaction UID is of another request"));
        } catch (RuntimeException e) {
            throw tally.failed(DimseStatuses.refusal(e));
        }
    }

    @Override
    public void answered(OperationContext context, DimseRequest request, NormalizedResult result) {
        Long id = answering.remove(context.user());
        if (id != null) {
            reports.begin(id, context.user());
        }
    }

    private static void require(NActionRequest request) {
        if (!request.requestedSopClassUid().equals(UID.StorageCommitmentPushModel)) {
            throw new DimseRefusal(DimseStatus.NO_SUCH_SOP_CLASS, "Not Storage Commitment Push Model");
        } else if (!request.requestedSopInstanceUid().equals(UID.StorageCommitmentPushModelInstance)) {
            throw new DimseRefusal(DimseStatus.NO_SUCH_SOP_INSTANCE, "Not the well-known SOP Instance");
        } else if (request.actionTypeId() != REQUEST_STORAGE_COMMITMENT) {
            throw new DimseRefusal(DimseStatus.NO_SUCH_ACTION, "Action Type ID must be 1");
        }
    }

    private static String transactionUid(Attributes action) {
        String uid = action.getString(Tag.TransactionUID, "").strip();
        if (uid.isEmpty()) {
            throw new DimseRefusal(DimseStatus.MISSING_ATTRIBUTE, "Transaction UID is missing");
        }
        return new SopInstanceUid(uid).value();
    }

    private static List<ReferencedObject> objects(Attributes action) {
        List<ReferencedObject> objects = action.getSequence(Tag.ReferencedSOPSequence).stream()
                .map(item -> new ReferencedObject(
                        uid(item, Tag.ReferencedSOPClassUID), uid(item, Tag.ReferencedSOPInstanceUID)))
                .distinct()
                .toList();
        if (objects.isEmpty()) {
            throw new DimseRefusal(DimseStatus.MISSING_ATTRIBUTE, "Referenced SOP Sequence is missing or empty");
        }
        return objects;
    }

    private static String uid(Attributes item, int tag) {
        return new SopInstanceUid(item.getString(tag, "").strip()).value();
    }
}
