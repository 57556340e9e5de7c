package org.aegle.dicomweb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.json.DicomJsonWriter;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreOutcome;

/** The Store Instances Response Module (PS3.18 10.5.3, Annex I): what became of each object. */
final class StoreResponse {
    private final String base;
    private final Attributes module = new Attributes();
    private int stored;
    private int failed;
    private int unstorable;

    /** @param base address of the DICOMweb service */
    StoreResponse(String base) {
        this.base = base;
    }

    void add(StoreOutcome outcome) {
        if (outcome instanceof StoreOutcome.SetAside aside) {
            fail(aside.identity(), aside.reason(), aside.reason().name() + ": kept aside for a decision");
        } else if (outcome instanceof StoreOutcome.Refused refused) {
            String detail = refused.detail().isEmpty() ? "" : ": " + refused.detail();
            fail(refused.identity(), refused.reason(), refused.reason().name() + detail);
        } else {
            succeed(outcome.identity());
        }
    }

    /** 200 when all was stored, 202 when some was, 507 when there was room for none, 409 when nothing was else. */
    int status() {
        if (failed == 0) {
            return 200;
        }
        if (stored > 0) {
            return 202;
        }
        return unstorable == failed ? 507 : 409;
    }

    boolean isEmpty() {
        return stored + failed == 0;
    }

    String json() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DicomJsonWriter().write(module, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void succeed(ObjectIdentity identity) {
        stored++;
        String study = base + "/studies/" + identity.studyInstanceUid();
        if (!module.contains(Tag.RetrieveURL)) {
            module.setString(Tag.RetrieveURL, VR.UR, study);
        }
        Attributes item = item(Tag.ReferencedSOPSequence, identity);
        item.setString(
                Tag.RetrieveURL,
                VR.UR,
                study + "/series/" + identity.seriesInstanceUid() + "/instances/" + identity.sopInstanceUid());
    }

    private void fail(ObjectIdentity identity, RefusalReason reason, String comment) {
        failed++;
        unstorable += reason == RefusalReason.NO_SPACE ? 1 : 0;
        Attributes item =
                item(identity.sopInstanceUid().isEmpty() ? Tag.OtherFailuresSequence : Tag.FailedSOPSequence, identity);
        item.setInt(Tag.FailureReason, VR.US, DicomwebFailures.failureReason(reason));
        item.setString(Tag.ErrorComment, VR.LO, comment.substring(0, Math.min(64, comment.length())));
    }

    private Attributes item(int sequence, ObjectIdentity identity) {
        Attributes item = module.findSequence(sequence)
                .orElseGet(() -> module.newSequence(sequence, 10))
                .newItem();
        if (!identity.sopInstanceUid().isEmpty()) {
            item.setString(Tag.ReferencedSOPClassUID, VR.UI, identity.sopClassUid());
            item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, identity.sopInstanceUid());
        }
        return item;
    }
}
