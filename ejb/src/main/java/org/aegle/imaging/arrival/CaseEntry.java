package org.aegle.imaging.arrival;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aegle.access.Caller;
import org.aegle.change.Change;
import org.aegle.change.ChangeAction;
import org.aegle.imaging.Correction;
import org.aegle.imaging.arrival.InstanceRows.Known;
import org.aegle.imaging.arrival.InstanceRows.Placed;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.Patients;
import org.aegle.refusal.Conflict;
import org.aegle.storage.BlobRemovalJournal;

/** Enters the objects of a case into the index once it was decided what is right. Used once, in one transaction. */
final class CaseEntry {
    private final EntityManager entities;
    private final Caller caller;
    private final Remedy remedy;
    private final BlobRemovalJournal removals;
    private final StudyPlaces places;
    private final Map<String, Long> corrections = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    CaseEntry(EntityManager entities, Patients patients, Caller caller, Remedy remedy, BlobRemovalJournal removals) {
        this.entities = entities;
        this.caller = caller;
        this.remedy = remedy;
        this.removals = removals;
        this.places = new StudyPlaces(entities, patients, caller);
    }

    /** What was stored. */
    List<Change> changes() {
        return changes;
    }

    /** Key of the correction that objects of the case which come later get too; 0 when each has its own. */
    long sharedCorrection() {
        return remedy instanceof Remedy.NewInstance || corrections.isEmpty()
                ? 0
                : corrections.values().iterator().next();
    }

    void enter(List<CaseObject> objects) {
        Map<CaseObject, DurableInstance> right = new LinkedHashMap<>();
        Map<CaseObject, Long> keys = new HashMap<>();
        String sender = objects.isEmpty() ? "" : objects.get(0).waiting().sender();
        for (CaseObject object : objects) {
            Correction correction = remedy.correction(object.instance(), now, sender);
            keys.put(object, corrections.computeIfAbsent(correction.text(), this::addCorrection));
            right.put(object, object.instance().corrected(new CorrectedArrival(correction, patient(object))));
        }
        Map<String, Known> known = known(right.values());
        Map<String, List<Placed>> bySender = new LinkedHashMap<>();
        right.forEach((object, instance) -> {
            release(object);
            Known before = known.get(instance.identity().sopInstanceUid());
            if (before == null) {
                bySender.computeIfAbsent(object.waiting().sender(), key -> new ArrayList<>())
                        .add(new Placed(instance, place(instance, keys.get(object))));
            } else {
                meanwhile(object, before);
            }
        });
        bySender.forEach(this::add);
    }

    private PatientDemographics patient(CaseObject object) {
        return remedy instanceof Remedy.ToPatient to
                ? to.demographics()
                : object.instance().arrived().patient();
    }

    private long addCorrection(String document) {
        return ((Number) entities.createNativeQuery(
                                "insert into correction (author, document) values (?, ?) returning id")
                        .setParameter(1, caller.name())
                        .setParameter(2, document)
                        .getSingleResult())
                .longValue();
    }

    private Map<String, Known> known(Iterable<DurableInstance> instances) {
        Set<String> uids = new LinkedHashSet<>();
        instances.forEach(instance -> uids.add(instance.identity().sopInstanceUid()));
        return uids.isEmpty() ? Map.of() : new InstanceRows(entities, "").known(uids);
    }

    /** Its bytes are the instance's from now on. */
    private void release(CaseObject object) {
        entities.createNativeQuery("update set_aside_instance set blob_id = null where id = ?")
                .setParameter(1, object.waiting().id())
                .executeUpdate();
    }

    private Placement.At place(DurableInstance instance, long correction) {
        Placement placement = remedy instanceof Remedy.ToPatient to
                ? places.placeCorrected(instance.arrived(), to.patient(), correction)
                : places.placeRenamed(instance.arrived(), correction);
        if (placement instanceof Placement.At at) {
            return at;
        }
        throw new Conflict(
                Conflict.Reason.STUDY_OF_ANOTHER_PATIENT, instance.identity().studyInstanceUid());
    }

    /** An object of its UID was stored while it waited: the same needs no second, another content is a case of its own. */
    private void meanwhile(CaseObject object, Known before) {
        DurableInstance instance = object.instance();
        if (before.organization() != caller.organization().value()
                || Arrays.equals(before.blob().sha256(), instance.blob().sha256())) {
            removals.add(instance.blob().id());
            return;
        }
        new ReconciliationRows(entities, caller.organization(), object.waiting().sender())
                .join(instance, new Placement.Contradicting(RefusalReason.CONTENT_DIFFERS, before.patient()));
    }

    private void add(String sender, List<Placed> placed) {
        Set<String> added = new InstanceRows(entities, sender).addKept(placed);
        for (Placed one : placed) {
            if (!added.contains(one.instance().blob().id())) {
                // Somebody stores the same UID at this moment; the next try finds it there.
                throw new Conflict(
                        Conflict.Reason.STALE_VERSION, one.instance().identity().sopInstanceUid());
            }
            changes.add(stored(one.instance().identity()));
        }
    }

    private static Change stored(ObjectIdentity identity) {
        return new Change(
                ChangeAction.STORED,
                identity.studyInstanceUid(),
                identity.seriesInstanceUid(),
                identity.sopInstanceUid(),
                identity.sopClassUid());
    }
}
