package org.aegle.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.imaging.commitment.CommitmentResult;
import org.aegle.imaging.commitment.ReferencedObject;
import org.junit.jupiter.api.Test;

class CommitmentEventTest {
    private static final ReferencedObject ONE = new ReferencedObject("1.2.3", "2.25.1");
    private static final ReferencedObject OTHER = new ReferencedObject("1.2.3", "2.25.2");

    @Test
    void eventOfSuccessShouldNameAllAndNoFailures() {
        CommitmentResult result = new CommitmentResult(List.of(ONE, OTHER), List.of());

        Attributes event = CommitmentEvent.information("2.25.9", "AEGLE", result);

        assertEquals(1, CommitmentEvent.type(result));
        assertEquals("2.25.9", event.getString(Tag.TransactionUID));
        assertEquals(
                List.of("2.25.1", "2.25.2"),
                event.getSequence(Tag.ReferencedSOPSequence).stream()
                        .map(item -> item.getString(Tag.ReferencedSOPInstanceUID))
                        .toList());
        assertFalse(event.contains(Tag.FailedSOPSequence));
    }

    @Test
    void eventOfFailuresShouldTellTheReasonOfEach() {
        CommitmentResult result = new CommitmentResult(List.of(), List.of(new CommitmentResult.Failed(ONE, 0x0112)));

        Attributes event = CommitmentEvent.information("2.25.9", "AEGLE", result);

        assertEquals(2, CommitmentEvent.type(result));
        assertFalse(event.contains(Tag.ReferencedSOPSequence));
        Attributes failed = event.getSequence(Tag.FailedSOPSequence).get(0);
        assertEquals(0x0112, failed.getInt(Tag.FailureReason, 0));
        assertEquals("1.2.3", failed.getString(Tag.ReferencedSOPClassUID));
    }
}
