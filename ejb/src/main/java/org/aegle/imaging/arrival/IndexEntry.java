package org.aegle.imaging.arrival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.change.Change;
import org.aegle.change.ChangeAction;
import org.aegle.imaging.arrival.InstanceRows.Known;
import org.aegle.imaging.arrival.InstanceRows.Placed;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.Patients;
import org.aegle.storage.StoredBlob;

/** What becomes of the objects of one transaction, and the audit lines that tell of it. Used once. */
final class IndexEntry {
    private final Caller caller;
    private final StudyPlaces places;
    private final InstanceRows rows;
    private final ReconciliationRows reconciliation;
    private final Patients patients;
    private final Map<String, StoreOutcome> outcomes = new HashMap<>();
    private final List<AuditEntry> auditEntries = new ArrayList<>();
    private final List<UncomparedContent.Pair> uncompared = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    IndexEntry(
            Caller caller,
            StudyPlaces places,
            InstanceRows rows,
            ReconciliationRows reconciliation,
            Patients patients) {
        this.caller = caller;
        this.places = places;
        this.rows = rows;
        this.reconciliation = reconciliation;
        this.patients = patients;
    }

    List<Change> changes() {
        return changes;
    }

    List<AuditEntry> auditEntries() {
        return auditEntries;
    }

    /**
     * Outcomes in the order of the instances.
     *
     * @throws UncomparedContent when objects must be compared first; nothing of this transaction may stay then
     */
    List<StoreOutcome> enter(List<DurableInstance> instances) throws UncomparedContent {
        Map<String, Known> known = rows.known(uids(instances));
        List<Placed> placed = new ArrayList<>();
        for (DurableInstance instance : inOneOrder(instances)) {
            Known before = known.get(instance.identity().sopInstanceUid());
            if (before != null) {
                again(instance, before);
            } else {
                place(instance).ifPresent(placed::add);
            }
        }
        if (!placed.isEmpty()) {
            add(placed);
        }
        if (!uncompared.isEmpty()) {
            throw new UncomparedContent(uncompared);
        }
        return instances.stream().map(i -> outcomes.get(i.blob().id())).toList();
    }

    /** So that two transactions with the same objects wait for each other instead of locking each other out. */
    private static List<DurableInstance> inOneOrder(List<DurableInstance> instances) {
        return instances.stream()
                .sorted(Comparator.comparing((DurableInstance i) -> i.identity().studyInstanceUid())
                        .thenComparing(i -> i.identity().sopInstanceUid()))
                .toList();
    }

    private static Set<String> uids(List<DurableInstance> instances) {
        Set<String> uids = new LinkedHashSet<>();
        instances.forEach(instance -> uids.add(instance.identity().sopInstanceUid()));
        return uids;
    }

    private Optional<Placed> place(DurableInstance instance) {
        Placement placement = places.place(instance.arrived());
        if (placement instanceof Placement.At at) {
            return Optional.of(new Placed(instance, at));
        }
        if (placement instanceof Placement.Contradicting against) {
            return rule(instance, against);
        }
        refuse(instance, RefusalReason.NOT_PERMITTED);
        return Optional.empty();
    }

    /** An object of which it was decided before what is right goes there; any other waits, or is not taken. */
    private Optional<Placed> rule(DurableInstance instance, Placement.Contradicting against) {
        Ruling ruling = reconciliation.rule(withRow(instance), against);
        if (ruling instanceof Ruling.Corrected corrected) {
            PatientDemographics patient = patients.getDemographics(corrected.patient());
            DurableInstance right = instance.corrected(new CorrectedArrival(corrected.correction(), patient));
            return placeAgain(
                    instance,
                    right,
                    places.placeCorrected(right.arrived(), corrected.patient(), corrected.correctionId()));
        } else if (ruling instanceof Ruling.Renamed renamed) {
            CorrectedArrival names = new CorrectedArrival(
                    renamed.correction(), instance.arrived().patient());
            DurableInstance right = instance.corrected(names);
            return placeAgain(instance, right, places.placeRenamed(right.arrived(), renamed.correctionId()));
        }
        end(instance, against.reason(), ruling);
        return Optional.empty();
    }

    private Optional<Placed> placeAgain(DurableInstance instance, DurableInstance right, Placement placement) {
        if (placement instanceof Placement.At at) {
            rows.forget(instance.blob());
            return Optional.of(new Placed(right, at));
        } else if (placement instanceof Placement.Contradicting against) {
            // Wrong in another respect as well, which nobody has decided on.
            reconciliation.join(instance, against);
            waits(instance, against.reason(), false);
        } else {
            rows.forget(instance.blob());
            refuse(instance, RefusalReason.NOT_PERMITTED);
        }
        return Optional.empty();
    }

    private DurableInstance withRow(DurableInstance instance) {
        rows.addBlobs(List.of(instance.blob()));
        return instance;
    }

    private void end(DurableInstance instance, RefusalReason reason, Ruling ruling) {
        if (ruling instanceof Ruling.Waits waits) {
            if (waits.again()) {
                rows.forget(instance.blob());
            }
            waits(instance, reason, waits.again());
            return;
        }
        rows.forget(instance.blob());
        if (ruling instanceof Ruling.Taken) {
            end(instance, new StoreOutcome.AlreadyStored(instance.identity()));
            auditEntries.add(entry(instance).with("already stored"));
        } else {
            refuse(instance, RefusalReason.REJECTED);
        }
    }

    private void add(List<Placed> placed) {
        Set<String> added = rows.add(placed);
        for (Placed one : placed) {
            DurableInstance instance = one.instance();
            if (added.contains(instance.blob().id())) {
                end(
                        instance,
                        new StoreOutcome.Stored(
                                instance.identity(), instance.arrived().warnings()));
                auditEntries.add(entry(instance).ofPatient(one.at().patient()));
                changes.add(stored(instance.identity()));
            } else {
                addedByAnother(instance);
            }
        }
    }

    /** The same UID came on another connection, which has committed by now, or twice in this transaction. */
    private void addedByAnother(DurableInstance instance) {
        rows.forget(instance.blob());
        String uid = instance.identity().sopInstanceUid();
        again(instance, rows.known(Set.of(uid)).get(uid));
    }

    private void again(DurableInstance instance, Known known) {
        if (known.organization() != caller.organization().value()) {
            refuse(instance, RefusalReason.NOT_PERMITTED);
        } else if (known.blob().id().equals(instance.blob().id())) {
            // The attempt before this one was committed after all, and only the database's answer was lost.
            end(
                    instance,
                    new StoreOutcome.Stored(
                            instance.identity(), instance.arrived().warnings()));
        } else if (isSame(instance, known.blob())) {
            end(instance, new StoreOutcome.AlreadyStored(instance.identity()));
            auditEntries.add(entry(instance).with("already stored"));
        } else if (instance.compared().containsKey(known.blob().id())) {
            RefusalReason reason = RefusalReason.CONTENT_DIFFERS;
            Placement.Contradicting against = new Placement.Contradicting(reason, known.patient());
            end(instance, reason, reconciliation.rule(withRow(instance), against));
        } else {
            uncompared.add(new UncomparedContent.Pair(instance.blob(), known.blob()));
        }
    }

    private static boolean isSame(DurableInstance instance, StoredBlob stored) {
        return Arrays.equals(stored.sha256(), instance.blob().sha256())
                || instance.compared().getOrDefault(stored.id(), false);
    }

    private void waits(DurableInstance instance, RefusalReason reason, boolean again) {
        end(instance, new StoreOutcome.SetAside(instance.identity(), reason, again));
        String digest = HexFormat.of().formatHex(instance.blob().sha256());
        auditEntries.add(entry(instance)
                .ending(reason.isAcknowledged() ? AuditOutcome.SUCCESS : AuditOutcome.FAILED)
                .with("waits for reconciliation: " + reason + ", sha-256 " + digest));
    }

    /** What belongs to another organisation is not to be told of; nor is more said than that it was decided. */
    private void refuse(DurableInstance instance, RefusalReason reason) {
        end(instance, new StoreOutcome.Refused(instance.identity(), reason, ""));
        auditEntries.add(entry(instance).ending(AuditOutcome.REFUSED).with(reason.name()));
    }

    private static Change stored(ObjectIdentity identity) {
        return new Change(
                ChangeAction.STORED,
                identity.studyInstanceUid(),
                identity.seriesInstanceUid(),
                identity.sopInstanceUid(),
                identity.sopClassUid());
    }

    private void end(DurableInstance instance, StoreOutcome outcome) {
        outcomes.put(instance.blob().id(), outcome);
    }

    private AuditEntry entry(DurableInstance instance) {
        return AuditEntry.of(AuditAction.STORE, caller.agent(), instance.basis())
                .on("Instance", instance.identity().sopInstanceUid())
                .with("study " + instance.identity().studyInstanceUid());
    }
}
