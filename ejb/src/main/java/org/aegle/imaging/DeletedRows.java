package org.aegle.imaging;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.change.Change;
import org.aegle.change.ChangeAction;
import org.aegle.change.ChangeLog;
import org.aegle.id.OrganizationId;
import org.aegle.refusal.NotFound;
import org.aegle.search.Rows;

/** One transaction: the rows of instances go, with those of series and studies that become empty; the journal learns of
 * the bytes, the feed of the objects, the audit trail of the deed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class DeletedRows {
    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private ChangeLog changes;

    @Inject
    private AuditTrail trail;

    /** How many instances went. Refuses with {@link NotFound}. */
    public int delete(Caller caller, RetrieveScope scope, String basis, String reason) {
        OrganizationId organization = policy.filter(caller).organization();
        AuditEntry entry = AuditEntry.of(AuditAction.DELETE, caller.agent(), basis)
                .on("Study", scope.study().value());
        List<Object[]> study = lockStudy(scope, organization);
        List<Object[]> gone = study.isEmpty() ? List.of() : deleteInstances(scope, study.get(0)[0]);
        String what = String.join("/", scope.uids());
        if (gone.isEmpty()) {
            trail.recordAlone(entry.ending(AuditOutcome.REFUSED).with("nothing to delete at " + what));
            throw new NotFound("object", what);
        }
        deleteEmptied(study.get(0)[0]);
        changes.append(organization, gone.stream().map(c -> change(scope, c)).toList());
        trail.record(entry.ofPatient(Rows.number(study.get(0)[1]))
                .with(gone.size() + " instances of " + what + ": " + (reason.isBlank() ? "no reason given" : reason)));
        return gone.size();
    }

    /** Whoever stores into the study waits until it is decided what is left of it. */
    private List<Object[]> lockStudy(RetrieveScope scope, OrganizationId organization) {
        return Rows.of(entities.createNativeQuery("select id, patient_id from study where study_instance_uid = ?"
                        + " and organization_id = ? for update")
                .setParameter(1, scope.study().value())
                .setParameter(2, organization.value()));
    }

    private List<Object[]> deleteInstances(RetrieveScope scope, Object study) {
        StringBuilder sql = new StringBuilder(
                "with gone as (delete from instance o using series e" + " where e.id = o.series_id and o.study_id = ?");
        scope.findSeries().ifPresent(s -> sql.append(" and e.series_instance_uid = ?"));
        scope.findInstance().ifPresent(i -> sql.append(" and o.sop_instance_uid = ?"));
        sql.append(" returning o.blob_id, e.series_instance_uid, o.sop_instance_uid, o.sop_class_uid),"
                + " journal as (insert into blob_removal (blob_id) select blob_id from gone)"
                + " select series_instance_uid, sop_instance_uid, sop_class_uid from gone");
        Query query = entities.createNativeQuery(sql.toString()).setParameter(1, study);
        scope.findSeries().ifPresent(s -> query.setParameter(2, s.value()));
        scope.findInstance().ifPresent(i -> query.setParameter(3, i.value()));
        return Rows.of(query);
    }

    private void deleteEmptied(Object study) {
        entities.createNativeQuery("delete from blob b using blob_removal r where r.blob_id = b.id")
                .executeUpdate();
        entities.createNativeQuery("delete from series e where e.study_id = ?"
                        + " and not exists (select 1 from instance o where o.series_id = e.id)")
                .setParameter(1, study)
                .executeUpdate();
        entities.createNativeQuery("delete from study s where s.id = ?"
                        + " and not exists (select 1 from series e where e.study_id = s.id)")
                .setParameter(1, study)
                .executeUpdate();
    }

    private static Change change(RetrieveScope scope, Object[] c) {
        return new Change(
                ChangeAction.DELETED, scope.study().value(), Rows.text(c[0]), Rows.text(c[1]), Rows.text(c[2]));
    }
}
