package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.network.dimse.CStoreRequest;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.service.StoreOperation;
import org.aegle.dicom.network.service.StoreProvider;
import org.aegle.imaging.arrival.InstanceIntake;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.StoreOutcome;

/** Storage as SCP: an object streams from the association to the intake, under a file header of ours. PS3.4 Annex B. */
@ApplicationScoped
public class StoreScp implements StoreProvider {
    @Inject
    private AssociationCallers callers;

    @Inject
    private InstanceIntake intake;

    @Override
    public DimseOutcome store(StoreOperation operation) throws IOException {
        try {
            StoreOutcome outcome = intake.receive(callers.of(operation.context()), object(operation), "");
            return answer(operation.request(), outcome);
        } catch (RuntimeException e) {
            throw DimseStatuses.refusal(e);
        }
    }

    /** The data set as a Part 10 file: always under the same header, so that the same object again is the same. */
    private static InputStream object(StoreOperation operation) throws IOException {
        CStoreRequest request = operation.request();
        ByteArrayOutputStream header = new ByteArrayOutputStream(512);
        new DicomWriter()
                .writeFileMetaInformation(
                        FileMetaInformation.of(
                                request.affectedSopClassUid(),
                                request.affectedSopInstanceUid(),
                                operation.transferSyntax()),
                        header);
        return new SequenceInputStream(new ByteArrayInputStream(header.toByteArray()), operation.dataset());
    }

    private static DimseOutcome answer(CStoreRequest request, StoreOutcome outcome) {
        DimseOutcome answer = DimseStatuses.of(outcome);
        ObjectIdentity identity = outcome.identity();
        boolean same = identity.sopInstanceUid().equals(request.affectedSopInstanceUid())
                && identity.sopClassUid().equals(request.affectedSopClassUid());
        return answer.status().isSuccess() && !same
                ? DimseOutcome.of(DimseStatus.STORED_UNMATCHED, "Stored as its data set says, not as the request does")
                : answer;
    }
}
