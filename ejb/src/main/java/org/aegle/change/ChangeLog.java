package org.aegle.change;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.aegle.id.OrganizationId;
import org.aegle.search.RowInsert;
import org.aegle.search.Rows;

/**
 * The feed of changes, an order without gaps for each organisation. Whoever changes something appends to it in the same
 * transaction and waits for nobody; a number is given to a change only when it is committed, so that none can appear
 * behind a reader's back.
 */
@Stateless
@PermitAll
public class ChangeLog {
    private static final RowInsert PENDING = new RowInsert(
            "insert into change_pending (organization_id, action, study_instance_uid, series_instance_uid,"
                    + " sop_instance_uid, sop_class_uid)",
            "(?, ?, ?, ?, ?, ?)",
            "returning id");

    /** How many changes are numbered in one transaction. */
    private static final int BATCH = 10_000;

    private static final String LOCK =
            "select cast(pg_advisory_xact_lock(hashtext('org.aegle.change.ChangeLog')) as text)";

    /**
     * The last number is looked up once for each organisation: looked up for each row, it would be searched for behind all
     * rows that the statement has inserted so far.
     */
    private static final String NUMBER = "with taken as (delete from change_pending where id in"
            + " (select id from change_pending order by id limit " + BATCH + ") returning *),"
            + " last as materialized (select o.organization_id, coalesce((select max(l.number) from change_log l"
            + " where l.organization_id = o.organization_id), 0) as number"
            + " from (select distinct organization_id from taken) o)"
            + " insert into change_log (organization_id, number, at, action, study_instance_uid, series_instance_uid,"
            + " sop_instance_uid, sop_class_uid)"
            + " select t.organization_id, t.last + t.position, t.at, t.action, t.study_instance_uid,"
            + " t.series_instance_uid, t.sop_instance_uid, t.sop_class_uid"
            + " from (select taken.*, last.number as last,"
            + " row_number() over (partition by taken.organization_id order by taken.id) as position"
            + " from taken join last on last.organization_id = taken.organization_id) t";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    /** Appends what the current transaction changes, in this order. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void append(OrganizationId organization, List<Change> changes) {
        PENDING.run(
                entities,
                changes.stream().map(change -> row(organization, change)).toList());
    }

    /**
     * The changes behind a number, that were committed when this was called.
     *
     * @param since number of the last change that is known, 0 for none
     * @param limit how many at most
     */
    public ChangePage read(OrganizationId organization, long since, int limit) {
        boolean unnumbered = number();
        List<NumberedChange> found = Rows.of(entities.createNativeQuery(
                                "select number, at, action, study_instance_uid, series_instance_uid, sop_instance_uid,"
                                        + " sop_class_uid from change_log where organization_id = ? and number > ?"
                                        + " order by number limit ?")
                        .setParameter(1, organization.value())
                        .setParameter(2, since)
                        .setParameter(3, limit + 1))
                .stream()
                .map(ChangeLog::change)
                .toList();
        List<NumberedChange> page = found.subList(0, Math.min(limit, found.size()));
        long last = page.isEmpty() ? since : page.get(page.size() - 1).number();
        return new ChangePage(page, last, found.size() > limit || unnumbered);
    }

    /** Numbers committed changes; whether there may be more of them. */
    public boolean number() {
        if (entities.createNativeQuery("select id from change_pending limit 1")
                .getResultList()
                .isEmpty()) {
            return false;
        }
        // Held until commit: the next one sees the numbers that this one gave.
        entities.createNativeQuery(LOCK).getSingleResult();
        return entities.createNativeQuery(NUMBER).executeUpdate() == BATCH;
    }

    private static Object[] row(OrganizationId organization, Change change) {
        return new Object[] {
            organization.value(),
            change.action().name(),
            change.studyInstanceUid(),
            change.seriesInstanceUid(),
            change.sopInstanceUid(),
            change.sopClassUid()
        };
    }

    private static NumberedChange change(Object[] c) {
        return new NumberedChange(
                Rows.number(c[0]),
                Rows.instant(c[1]),
                new Change(
                        ChangeAction.valueOf(Rows.text(c[2])),
                        Rows.text(c[3]),
                        Rows.text(c[4]),
                        Rows.text(c[5]),
                        Rows.text(c[6])));
    }
}
