package org.aegle.imaging.commitment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.Agent;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.TooLarge;

/**
 * Requests for storage commitment from their arrival until their result was taken. Workers on any node take them one by
 * one; a request whose worker was killed comes up again. PS3.4 J.
 */
@Stateless
@PermitAll
public class StorageCommitments {
    /** Objects of one request. */
    public static final int MOST_OBJECTS = 100_000;

    private static final String TYPE = "StorageCommitment";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    /**
     * Takes a request, and gives its key. The same request again begins anew; refuses with {@link Conflict} one for other
     * objects under the same Transaction UID, and with {@link TooLarge} one of too many objects.
     */
    public long request(Caller caller, String transactionUid, List<ReferencedObject> objects) {
        String basis = policy.require(caller, Activity.COMMIT_STORAGE);
        if (objects.size() > MOST_OBJECTS) {
            throw new TooLarge("objects of one storage commitment", MOST_OBJECTS);
        }
        CommitmentRows rows = new CommitmentRows(entities);
        Optional<Long> inserted = rows.insert(caller, transactionUid);
        inserted.ifPresent(id -> rows.insertObjects(id, objects));
        long id = inserted.orElseGet(() -> again(rows, caller, transactionUid, objects));
        trail.record(AuditEntry.of(AuditAction.READ, caller.agent(), basis)
                .on(TYPE, transactionUid)
                .with("asked for commitment of " + objects.size() + " objects"));
        return id;
    }

    private static long again(
            CommitmentRows rows, Caller caller, String transactionUid, List<ReferencedObject> objects) {
        long id = rows.lock(caller.name(), transactionUid);
        CommitmentResult known = rows.result(id, true);
        List<ReferencedObject> all = new ArrayList<>(known.committed());
        known.failed().forEach(failed -> all.add(failed.object()));
        if (all.size() != objects.size() || !all.containsAll(objects)) {
            throw new Conflict(Conflict.Reason.DUPLICATE_TRANSACTION, transactionUid);
        }
        rows.restart(id);
        return id;
    }

    /** A request that is due, for this worker alone for some minutes; empty when there is none. */
    public Optional<ClaimedCommitment> claim() {
        return new CommitmentRows(entities).claim("due_at <= clock_timestamp()");
    }

    /** The same for one request, due or not; empty when another worker has it or it is over. */
    public Optional<ClaimedCommitment> claim(long id) {
        return new CommitmentRows(entities).claim("id = " + id + " and attempts = 0");
    }

    /** Some objects that are not checked yet; none when all are. */
    public List<CommitmentObject> unchecked(ClaimedCommitment commitment) {
        return new CommitmentRows(entities).unchecked(commitment.id());
    }

    /**
     * Keeps what was found out.
     *
     * @param reasons Failure Reasons by position, 0 for what is whole
     */
    public void checked(ClaimedCommitment commitment, Map<Integer, Integer> reasons) {
        new CommitmentRows(entities).checked(commitment.id(), reasons);
    }

    /** What was found out about all objects. */
    public CommitmentResult result(ClaimedCommitment commitment) {
        return new CommitmentRows(entities).result(commitment.id(), false);
    }

    /** The asker has taken the result. */
    public void reported(ClaimedCommitment commitment, CommitmentResult result) {
        new CommitmentRows(entities).end(commitment, "REPORTED", "");
        trail.record(entry(commitment)
                .with("told: " + result.committed().size() + " committed, "
                        + result.failed().size() + " failed")
                .ending(result.failed().isEmpty() ? AuditOutcome.SUCCESS : AuditOutcome.FAILED));
    }

    /** The asker could not be told; it is tried again later, for three days at the most. */
    public void postpone(ClaimedCommitment commitment, String why) {
        boolean goesOn = new CommitmentRows(entities).postpone(commitment, why);
        if (!goesOn) {
            trail.record(entry(commitment).with("given up: " + why).ending(AuditOutcome.FAILED));
        }
    }

    /** Forgets what ended long ago. */
    public void removeOld() {
        new CommitmentRows(entities).removeOld();
    }

    private static AuditEntry entry(ClaimedCommitment commitment) {
        Agent agent = new Agent(commitment.aeTitle(), "AE", commitment.organization(), commitment.address());
        return AuditEntry.of(AuditAction.READ, agent, "storage commitment").on(TYPE, commitment.transactionUid());
    }
}
