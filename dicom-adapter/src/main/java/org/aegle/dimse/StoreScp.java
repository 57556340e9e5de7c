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
import org.aegle.directory.EntityService;
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

    @Inject
    private AssociationTallies tallies;

    @Override
    public DimseOutcome store(StoreOperation operation) throws IOException {
        AssociationTally tally = tallies.of(operation.context());
        tally.asked(EntityService.STORE);
        CountedStream dataset = new CountedStream(operation.dataset());
        try {
            StoreOutcome outcome = intake.receive(callers.of(operation.context()), object(operation, dataset), "");
            DimseOutcome answer = answer(operation.request(), outcome);
            if (answer.status().isFailure()) {
                tally.failed(answer.status());
            } else {
                tally.received(outcome.identity().studyInstanceUid(), operation.transferSyntax(), dataset.count());
            }
            return answer;
        } catch (RuntimeException e) {
            throw tally.failed(DimseStatuses.refusal(e));
        }
    }

    /** The data set as a Part 10 file: always under the same header, so that the same object again is the same. */
    private static InputStream object(StoreOperation operation, InputStream dataset) throws IOException {
        CStoreRequest request = operation.request();
        ByteArrayOutputStream header = new ByteArrayOutputStream(512);
        new DicomWriter()
                .writeFileMetaInformation(
                        FileMetaInformation.of(
                                request.affectedSopClassUid(),
                                request.affectedSopInstanceUid(),
                                operation.transferSyntax()),
                        header);
        return new SequenceInputStream(new ByteArrayInputStream(header.toByteArray()), dataset);
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
