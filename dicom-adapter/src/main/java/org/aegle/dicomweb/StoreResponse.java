package org.aegle.dicomweb;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.json.DicomJsonWriter;
import org.aegle.dicom.json.ItemStreams;
import org.aegle.dicom.json.NativeModelWriter;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreOutcome;
import org.aegle.imaging.arrival.StoreWarning;

/**
 * The Store Instances Response Module (PS3.18 10.5.3, Annex I): what became of each object. Its items are made while they
 * are written.
 */
final class StoreResponse {
    private static final int LONGEST_COMMENT = 64;

    private final String base;
    private final List<StoreOutcome> stored = new ArrayList<>();
    private final List<StoreOutcome> failed = new ArrayList<>();
    private final List<StoreOutcome> unknown = new ArrayList<>();
    private boolean warned;

    /** @param base address of the DICOMweb service */
    StoreResponse(String base) {
        this.base = base;
    }

    void add(StoreOutcome outcome) {
        if (outcome instanceof StoreOutcome.Refused || outcome instanceof StoreOutcome.SetAside && !waits(outcome)) {
            (outcome.identity().sopInstanceUid().isEmpty() ? unknown : failed).add(outcome);
        } else {
            stored.add(outcome);
            warned |= waits(outcome) || !warnings(outcome).isEmpty();
        }
    }

    /**
     * 200 when all was stored, 202 when some was or with a warning, 507 when there was room for none, 409 when nothing was
     * else. PS3.18 table 10.5.3-1.
     */
    int status() {
        boolean complete = failed.isEmpty() && unknown.isEmpty();
        if (complete) {
            return warned ? 202 : 200;
        }
        if (!stored.isEmpty()) {
            return 202;
        }
        return Stream.concat(failed.stream(), unknown.stream()).allMatch(StoreResponse::lacksSpace) ? 507 : 409;
    }

    private static boolean lacksSpace(StoreOutcome outcome) {
        return outcome instanceof StoreOutcome.Refused refused && refused.reason() == RefusalReason.NO_SPACE;
    }

    boolean isEmpty() {
        return stored.isEmpty() && failed.isEmpty() && unknown.isEmpty();
    }

    void writeJson(OutputStream out) throws IOException {
        new DicomJsonWriter().write(module(), items(), out);
    }

    void writeXml(OutputStream out) throws IOException {
        new NativeModelWriter().write(module(), items(), out);
    }

    /** All but the sequences: where to retrieve the study, if all objects that were stored are of one. */
    private Attributes module() {
        Attributes module = new Attributes();
        List<String> studies = stored.stream()
                .filter(outcome -> !waits(outcome))
                .map(outcome -> outcome.identity().studyInstanceUid())
                .distinct()
                .limit(2)
                .toList();
        if (studies.size() == 1) {
            module.setString(Tag.RetrieveURL, VR.UR, base + "/studies/" + studies.get(0));
        }
        return module;
    }

    private ItemStreams items() {
        Map<Integer, Iterable<Attributes>> sequences = new HashMap<>();
        put(sequences, Tag.ReferencedSOPSequence, stored);
        put(sequences, Tag.FailedSOPSequence, failed);
        put(sequences, Tag.OtherFailuresSequence, unknown);
        return new ItemStreams(sequences);
    }

    private void put(Map<Integer, Iterable<Attributes>> sequences, int tag, List<StoreOutcome> outcomes) {
        if (!outcomes.isEmpty()) {
            sequences.put(tag, () -> outcomes.stream().map(this::item).iterator());
        }
    }

    private Attributes item(StoreOutcome outcome) {
        if (outcome instanceof StoreOutcome.SetAside aside && waits(aside)) {
            return waiting(aside);
        } else if (outcome instanceof StoreOutcome.SetAside aside) {
            return failure(aside.identity(), aside.reason(), "kept aside for a decision");
        } else if (outcome instanceof StoreOutcome.Refused refused) {
            return failure(refused.identity(), refused.reason(), refused.detail());
        }
        return success(outcome);
    }

    private Attributes success(StoreOutcome outcome) {
        ObjectIdentity identity = outcome.identity();
        Attributes item = reference(identity);
        OptionalInt warning = DicomwebFailures.warningReason(warnings(outcome));
        if (warning.isPresent()) {
            item.setInt(Tag.WarningReason, VR.US, warning.getAsInt());
        }
        item.setString(
                Tag.RetrieveURL,
                VR.UR,
                base + "/studies/" + identity.studyInstanceUid() + "/series/" + identity.seriesInstanceUid()
                        + "/instances/" + identity.sopInstanceUid());
        return item;
    }

    /** Stored for good, but to be retrieved only when somebody has decided on it, and with other attributes then. */
    private static Attributes waiting(StoreOutcome.SetAside aside) {
        Attributes item = reference(aside.identity());
        item.setInt(Tag.WarningReason, VR.US, DicomwebFailures.COERCION_OF_DATA_ELEMENTS);
        item.setString(Tag.ErrorComment, VR.LO, aside.reason().name() + ": waits for reconciliation");
        return item;
    }

    private static boolean waits(StoreOutcome outcome) {
        return outcome instanceof StoreOutcome.SetAside aside && aside.reason().isAcknowledged();
    }

    private static Attributes failure(ObjectIdentity identity, RefusalReason reason, String detail) {
        Attributes item = reference(identity);
        item.setInt(Tag.FailureReason, VR.US, DicomwebFailures.failureReason(reason));
        // Some of it came from outside; a backslash would make two values of it.
        String comment = (detail.isEmpty() ? reason.name() : reason.name() + ": " + detail).replace('\\', '/');
        item.setString(Tag.ErrorComment, VR.LO, comment.substring(0, Math.min(LONGEST_COMMENT, comment.length())));
        return item;
    }

    private static Attributes reference(ObjectIdentity identity) {
        Attributes item = new Attributes();
        if (!identity.sopInstanceUid().isEmpty()) {
            item.setString(Tag.ReferencedSOPClassUID, VR.UI, identity.sopClassUid());
            item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, identity.sopInstanceUid());
        }
        return item;
    }

    private static Set<StoreWarning> warnings(StoreOutcome outcome) {
        return outcome instanceof StoreOutcome.Stored one ? one.warnings() : Set.of();
    }
}
