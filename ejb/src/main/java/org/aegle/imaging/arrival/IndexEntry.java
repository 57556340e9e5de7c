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
import org.aegle.imaging.arrival.InstanceRows.Known;
import org.aegle.imaging.arrival.InstanceRows.Placed;
import org.aegle.storage.StoredBlob;

/** What becomes of the objects of one transaction, and the audit lines that tell of it. Used once. */
final class IndexEntry {
    private final Caller caller;
    private final StudyPlaces places;
    private final InstanceRows rows;
    private final Map<String, StoreOutcome> outcomes = new HashMap<>();
    private final List<AuditEntry> auditEntries = new ArrayList<>();
    private final List<UncomparedContent.Pair> uncompared = new ArrayList<>();

    IndexEntry(Caller caller, StudyPlaces places, InstanceRows rows) {
        this.caller = caller;
        this.places = places;
        this.rows = rows;
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
        if (placement instanceof Placement.Contradicting contradicting) {
            setAside(instance, contradicting.reason());
        } else {
            refuse(instance);
        }
        return Optional.empty();
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
            refuse(instance);
        } else if (isSame(instance, known.blob())) {
            end(instance, new StoreOutcome.AlreadyStored(instance.identity()));
            auditEntries.add(entry(instance).with("already stored"));
        } else if (instance.compared().containsKey(known.blob().id())) {
            setAside(instance, RefusalReason.CONTENT_DIFFERS);
        } else {
            uncompared.add(new UncomparedContent.Pair(instance.blob(), known.blob()));
        }
    }

    private static boolean isSame(DurableInstance instance, StoredBlob stored) {
        return Arrays.equals(stored.sha256(), instance.blob().sha256())
                || instance.compared().getOrDefault(stored.id(), false);
    }

    private void setAside(DurableInstance instance, RefusalReason reason) {
        rows.setAside(instance, reason);
        end(instance, new StoreOutcome.SetAside(instance.identity(), reason));
        String digest = HexFormat.of().formatHex(instance.blob().sha256());
        auditEntries.add(
                entry(instance).ending(AuditOutcome.FAILED).with("set aside: " + reason + ", sha-256 " + digest));
    }

    /** What belongs to another organisation is not to be told of. */
    private void refuse(DurableInstance instance) {
        RefusalReason reason = RefusalReason.NOT_PERMITTED;
        end(instance, new StoreOutcome.Refused(instance.identity(), reason, ""));
        auditEntries.add(entry(instance).ending(AuditOutcome.REFUSED).with(reason.name()));
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
