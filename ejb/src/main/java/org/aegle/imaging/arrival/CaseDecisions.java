package org.aegle.imaging.arrival;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditTrail;
import org.aegle.change.ChangeLog;
import org.aegle.patient.Patients;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.NotFound;
import org.aegle.search.Rows;
import org.aegle.storage.BlobRemovalJournal;

/**
 * The transaction of a decision: the case is decided, its objects become findable or their bytes are given up, and the
 * audit trail learns who decided what and why; all of it or nothing.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class CaseDecisions {
    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private Patients patients;

    @Inject
    private BlobRemovalJournal removals;

    @Inject
    private ChangeLog changes;

    @Inject
    private AuditTrail trail;

    /**
     * Stores the objects of a case as was decided; false when others have joined it that are not among them. Refuses
     * with {@link Conflict} when somebody has decided before, or the study is stored with another patient.
     */
    public boolean accept(Caller caller, Decision decision, List<CaseObject> objects, Remedy remedy) {
        lock(caller, decision);
        Set<Long> read = new HashSet<>();
        objects.forEach(object -> read.add(object.waiting().id()));
        if (!read.containsAll(waiting(decision))) {
            return false;
        }
        CaseEntry entry = new CaseEntry(entities, patients, caller, remedy, removals);
        entry.enter(objects);
        long patient = remedy instanceof Remedy.ToPatient to ? to.patient().value() : 0;
        entities.createNativeQuery("update reconciliation_case set state = 'ACCEPTED', decided_at = clock_timestamp(),"
                        + " decided_by = ?, rationale = ?, patient_id = nullif(?, 0), correction_id = nullif(?, 0)"
                        + " where id = ?")
                .setParameter(1, caller.name())
                .setParameter(2, decision.rationale())
                .setParameter(3, patient)
                .setParameter(4, entry.sharedCorrection())
                .setParameter(5, decision.caseId())
                .executeUpdate();
        changes.append(caller.organization(), entry.changes());
        trail.record(audit(caller, decision)
                .ofPatient(patient)
                .with(entry.changes().size() + " of " + objects.size() + " objects stored, "
                        + (patient == 0 ? "with new UIDs" : "patient " + patient) + ": " + decision.rationale()));
        return true;
    }

    /** Gives up the objects of a case. Refuses with {@link Conflict} when somebody has decided before. */
    public void reject(Caller caller, Decision decision) {
        lock(caller, decision);
        List<?> blobs = entities.createNativeQuery(
                        "select blob_id from set_aside_instance where case_id = ? and blob_id is not null")
                .setParameter(1, decision.caseId())
                .getResultList();
        entities.createNativeQuery("update set_aside_instance set blob_id = null where case_id = ?")
                .setParameter(1, decision.caseId())
                .executeUpdate();
        blobs.forEach(blob -> removals.add(blob.toString()));
        entities.createNativeQuery("update reconciliation_case set state = 'REJECTED', decided_at = clock_timestamp(),"
                        + " decided_by = ?, rationale = ? where id = ?")
                .setParameter(1, caller.name())
                .setParameter(2, decision.rationale())
                .setParameter(3, decision.caseId())
                .executeUpdate();
        trail.record(audit(caller, decision).with(blobs.size() + " objects rejected: " + decision.rationale()));
    }

    /** Objects that arrive now wait, and see the decision. The study is locked first, as by those objects. */
    private void lock(Caller caller, Decision decision) {
        List<?> studies = entities.createNativeQuery("select study_instance_uid from reconciliation_case where id = ?")
                .setParameter(1, decision.caseId())
                .getResultList();
        studies.forEach(uid -> new StudyPlaces(entities, patients, caller).lock(uid.toString()));
        List<?> states = entities.createNativeQuery(
                        "select state from reconciliation_case where id = ? and organization_id = ? for update")
                .setParameter(1, decision.caseId())
                .setParameter(2, caller.organization().value())
                .getResultList();
        if (states.isEmpty()) {
            throw new NotFound("ReconciliationCase", Long.toString(decision.caseId()));
        }
        if (!states.get(0).equals("WAITING")) {
            throw new Conflict(Conflict.Reason.ALREADY_DECIDED, Long.toString(decision.caseId()));
        }
    }

    private List<Long> waiting(Decision decision) {
        List<?> ids = entities.createNativeQuery("select id from set_aside_instance where case_id = ?")
                .setParameter(1, decision.caseId())
                .getResultList();
        return ids.stream().map(Rows::number).toList();
    }

    private static AuditEntry audit(Caller caller, Decision decision) {
        return AuditEntry.of(AuditAction.UPDATE, caller.agent(), decision.basis())
                .on("ReconciliationCase", Long.toString(decision.caseId()));
    }

    /**
     * That somebody decides on a case.
     *
     * @param basis why they may
     * @param rationale why they decide so
     */
    public record Decision(long caseId, String basis, String rationale) {}
}
