package org.aegle.imaging.arrival;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.aegle.access.Caller;
import org.aegle.audit.AuditTrail;
import org.aegle.change.ChangeLog;
import org.aegle.directory.Accounts;
import org.aegle.patient.Patients;
import org.aegle.storage.StoredBlob;

/** Enters durable objects into the index: one short transaction for their rows and their audit lines. */
@Stateless
@PermitAll
public class StudyIndex {
    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private Patients patients;

    @Inject
    private Accounts accounts;

    @Inject
    private ChangeLog changes;

    @Inject
    private AuditTrail trail;

    /**
     * Enters objects of one sender, all or none, and tells in their order what became of each. Never overwrites: whatever
     * contradicts what is known is set aside.
     *
     * @throws UncomparedContent when objects must be compared with stored ones first; nothing was entered then
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<StoreOutcome> add(Caller caller, List<DurableInstance> instances) throws UncomparedContent {
        String authority = accounts.getOrganization(caller.organization()).patientIdAuthority();
        IndexEntry entry = new IndexEntry(
                caller,
                new StudyPlaces(entities, patients, caller),
                new InstanceRows(entities, caller.name()),
                new ReconciliationRows(entities, caller.organization(), caller.name()),
                patients);
        List<StoreOutcome> outcomes =
                entry.enter(instances.stream().map(i -> i.issuedBy(authority)).toList());
        changes.append(caller.organization(), entry.changes());
        trail.record(entry.auditEntries());
        return outcomes;
    }

    /** Whether the index refers to a stored object, whatever was answered to who entered it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean refersTo(StoredBlob blob) {
        return !entities.createNativeQuery("select 1 from blob where id = ?")
                .setParameter(1, blob.id())
                .getResultList()
                .isEmpty();
    }

    /** Whether anything of the study is stored. */
    public boolean holds(String studyInstanceUid) {
        return !entities.createNativeQuery("select 1 from study where study_instance_uid = ?")
                .setParameter(1, studyInstanceUid)
                .getResultList()
                .isEmpty();
    }
}
