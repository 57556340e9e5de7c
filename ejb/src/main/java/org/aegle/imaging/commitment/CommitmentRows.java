package org.aegle.imaging.commitment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aegle.access.Caller;
import org.aegle.id.OneLine;
import org.aegle.search.RowInsert;
import org.aegle.search.Rows;
import org.aegle.storage.StoredBlob;

/** The rows of requests and their objects. */
final class CommitmentRows {
    /** Objects between two moments at which a worker shows that it lives. */
    private static final int STEP = 50;

    /** A worker that is silent for longer is dead. */
    private static final String LEASE = "clock_timestamp() + interval '5 minutes'";

    /** 10 s, 20 s, 40 s, up to an hour. */
    private static final String BACKOFF =
            "clock_timestamp() + least(interval '1 hour', interval '10 seconds' * power(2, least(attempts, 10) - 1))";

    private static final RowInsert OBJECTS = new RowInsert(
            "insert into storage_commitment_object (commitment_id, position, sop_class_uid, sop_instance_uid)",
            "(?, ?, ?, ?)",
            "returning position");

    private static final Duration PATIENCE = Duration.ofDays(3);

    private static final int LONGEST_ERROR = 300;

    private final EntityManager entities;

    CommitmentRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty when the asker has used the Transaction UID before. It is due soon: until then it waits for its answer. */
    Optional<Long> insert(Caller caller, String transactionUid) {
        List<?> ids = entities.createNativeQuery(
                        "insert into storage_commitment (transaction_uid, ae_title, organization_id, address, due_at)"
                                + " values (?, ?, ?, ?, clock_timestamp() + interval '5 seconds')"
                                + " on conflict (ae_title, transaction_uid) do nothing returning id")
                .setParameter(1, transactionUid)
                .setParameter(2, caller.name())
                .setParameter(3, caller.organization().value())
                .setParameter(4, caller.address())
                .getResultList();
        return ids.stream().map(Rows::number).findFirst();
    }

    void insertObjects(long id, List<ReferencedObject> objects) {
        OBJECTS.run(
                entities,
                IntStream.range(0, objects.size())
                        .mapToObj(i -> new Object[] {
                            id, i, objects.get(i).sopClassUid(), objects.get(i).sopInstanceUid()
                        })
                        .toList());
    }

    long lock(String aeTitle, String transactionUid) {
        return Rows.number(entities.createNativeQuery(
                        "select id from storage_commitment where ae_title = ? and transaction_uid = ? for update")
                .setParameter(1, aeTitle)
                .setParameter(2, transactionUid)
                .getSingleResult());
    }

    void restart(long id) {
        run("update storage_commitment_object set failure_reason = null where commitment_id = ?", id);
        run(
                "update storage_commitment set state = 'PENDING', attempts = 0, ended_at = null,"
                        + " requested_at = clock_timestamp(), due_at = clock_timestamp() + interval '5 seconds'"
                        + " where id = ?",
                id);
    }

    Optional<ClaimedCommitment> claim(String which) {
        List<Object[]> rows = Rows.of(
                entities.createNativeQuery(
                        "update storage_commitment set attempts = attempts + 1,"
                                + " due_at = " + LEASE
                                + " where id = (select id from storage_commitment where state = 'PENDING' and "
                                + which + " order by due_at limit 1 for update skip locked)"
                                + " returning id, transaction_uid, ae_title, organization_id, address, requested_at, attempts"));
        return rows.stream()
                .map(c -> new ClaimedCommitment(
                        Rows.number(c[0]),
                        Rows.text(c[1]),
                        Rows.text(c[2]),
                        Rows.number(c[3]),
                        Rows.text(c[4]),
                        Rows.instant(c[5]),
                        (int) Rows.number(c[6])))
                .findFirst();
    }

    List<CommitmentObject> unchecked(long id) {
        Query query = entities.createNativeQuery("select r.position, r.sop_class_uid, o.sop_class_uid, b.id, b.length,"
                        + " b.sha256, b.wrapped_key from storage_commitment_object r"
                        + " join storage_commitment c on c.id = r.commitment_id"
                        + " left join (instance o join study s on s.id = o.study_id join blob b on b.id = o.blob_id)"
                        + " on o.sop_instance_uid = r.sop_instance_uid and s.organization_id = c.organization_id"
                        + " where r.commitment_id = ? and r.failure_reason is null order by r.position limit " + STEP)
                .setParameter(1, id);
        return Rows.of(query).stream().map(CommitmentRows::object).toList();
    }

    private static CommitmentObject object(Object[] c) {
        Optional<StoredBlob> blob = c[3] == null
                ? Optional.empty()
                : Optional.of(new StoredBlob((String) c[3], Rows.number(c[4]), (byte[]) c[5], (byte[]) c[6]));
        return new CommitmentObject((int) Rows.number(c[0]), Rows.text(c[1]), Rows.text(c[2]), blob);
    }

    void checked(long id, Map<Integer, Integer> reasons) {
        String values =
                String.join(", ", Collections.nCopies(reasons.size(), "(cast(? as integer), cast(? as integer))"));
        Query update = entities.createNativeQuery("update storage_commitment_object r set failure_reason = v.reason"
                + " from (values " + values + ") as v (position, reason)"
                + " where r.position = v.position and r.commitment_id = ?");
        int parameter = 0;
        for (Map.Entry<Integer, Integer> one : reasons.entrySet()) {
            update.setParameter(++parameter, one.getKey());
            update.setParameter(++parameter, one.getValue());
        }
        update.setParameter(++parameter, id);
        update.executeUpdate();
        run("update storage_commitment set due_at = " + LEASE + " where id = ?", id);
    }

    /** @param all those too that were not checked yet, as failed */
    CommitmentResult result(long id, boolean all) {
        Query query = entities.createNativeQuery("select sop_class_uid, sop_instance_uid, coalesce(failure_reason, -1)"
                        + " from storage_commitment_object where commitment_id = ? order by position")
                .setParameter(1, id);
        List<ReferencedObject> committed = new ArrayList<>();
        List<CommitmentResult.Failed> failed = new ArrayList<>();
        for (Object[] c : Rows.of(query)) {
            ReferencedObject object = new ReferencedObject(Rows.text(c[0]), Rows.text(c[1]));
            int reason = (int) Rows.number(c[2]);
            if (reason < 0 && !all) {
                throw new IllegalStateException("commitment " + id + " is not checked to its end");
            } else if (reason == 0) {
                committed.add(object);
            } else {
                failed.add(new CommitmentResult.Failed(object, reason));
            }
        }
        return new CommitmentResult(committed, failed);
    }

    /** Without effect when it was asked for again meanwhile: that asking wants a result of its own. */
    void end(ClaimedCommitment commitment, String state, String error) {
        entities.createNativeQuery("update storage_commitment set state = ?, last_error = ?,"
                        + " ended_at = clock_timestamp() where id = ? and requested_at = ?")
                .setParameter(1, state)
                .setParameter(2, OneLine.of(error, " ", LONGEST_ERROR))
                .setParameter(3, commitment.id())
                .setParameter(4, Timestamp.from(commitment.requested()))
                .executeUpdate();
    }

    /** False when it was tried for long enough. */
    boolean postpone(ClaimedCommitment commitment, String why) {
        if (commitment.requested().isBefore(Instant.now().minus(PATIENCE))) {
            end(commitment, "GIVEN_UP", why);
            return false;
        }
        entities.createNativeQuery("update storage_commitment set last_error = ?, due_at = " + BACKOFF
                        + " where id = ? and requested_at = ?")
                .setParameter(1, OneLine.of(why, " ", LONGEST_ERROR))
                .setParameter(2, commitment.id())
                .setParameter(3, Timestamp.from(commitment.requested()))
                .executeUpdate();
        return true;
    }

    void removeOld() {
        entities.createNativeQuery(
                        "delete from storage_commitment where ended_at < clock_timestamp() - interval '30 days'")
                .executeUpdate();
    }

    private void run(String sql, long id) {
        entities.createNativeQuery(sql).setParameter(1, id).executeUpdate();
    }
}
