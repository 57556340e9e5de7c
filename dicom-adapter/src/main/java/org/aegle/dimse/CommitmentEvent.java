package org.aegle.dimse;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.imaging.commitment.CommitmentResult;
import org.aegle.imaging.commitment.ReferencedObject;

/** The event that tells a result of storage commitment. PS3.4 J.3.3. */
final class CommitmentEvent {
    private static final int SUCCESSFUL = 1;
    private static final int FAILURES_EXIST = 2;

    private CommitmentEvent() {}

    /** Event Type ID. */
    static int type(CommitmentResult result) {
        return result.failed().isEmpty() ? SUCCESSFUL : FAILURES_EXIST;
    }

    /** Event Information. PS3.4 table J.3-2. */
    static Attributes information(String transactionUid, String retrieveAeTitle, CommitmentResult result) {
        Attributes event = new Attributes();
        event.setString(Tag.TransactionUID, VR.UI, transactionUid);
        event.setString(Tag.RetrieveAETitle, VR.AE, retrieveAeTitle);
        if (!result.committed().isEmpty()) {
            Sequence committed = event.newSequence(
                    Tag.ReferencedSOPSequence, result.committed().size());
            result.committed().forEach(object -> describe(object, committed.newItem()));
        }
        if (!result.failed().isEmpty()) {
            Sequence failed =
                    event.newSequence(Tag.FailedSOPSequence, result.failed().size());
            result.failed().forEach(one -> describe(one, failed.newItem()));
        }
        return event;
    }

    private static void describe(CommitmentResult.Failed failed, Attributes item) {
        describe(failed.object(), item);
        item.setInt(Tag.FailureReason, VR.US, failed.reason());
    }

    private static void describe(ReferencedObject object, Attributes item) {
        item.setString(Tag.ReferencedSOPClassUID, VR.UI, object.sopClassUid());
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, object.sopInstanceUid());
    }
}
