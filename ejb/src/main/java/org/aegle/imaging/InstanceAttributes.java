package org.aegle.imaging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.dicom.data.Attributes;
import org.aegle.directory.Role;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.refusal.NotFound;
import org.aegle.search.Rows;

/** The attributes of single instances, without their pixel data. */
@Stateless
@RolesAllowed({
    Role.Names.PHYSICIAN,
    Role.Names.RADIOLOGIST,
    Role.Names.TECHNOLOGIST,
    Role.Names.CLERK,
    Role.Names.CLIENT
})
public class InstanceAttributes {
    /** Instances asked for in one statement. */
    private static final int TOGETHER = 200;

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    /** Refuses with {@link NotFound}. */
    public Attributes get(Caller caller, StudyInstanceUid study, SeriesInstanceUid series, SopInstanceUid instance) {
        String basis = policy.require(caller, Activity.READ_STUDY);
        List<?> documents = entities.createNativeQuery(
                        "select o.attributes from instance o join series e on e.id = o.series_id"
                                + " join study s on s.id = e.study_id where s.study_instance_uid = ?"
                                + " and e.series_instance_uid = ? and o.sop_instance_uid = ? and s.organization_id = ?")
                .setParameter(1, study.value())
                .setParameter(2, series.value())
                .setParameter(3, instance.value())
                .setParameter(4, policy.filter(caller).organization().value())
                .getResultList();
        AuditEntry entry =
                AuditEntry.of(AuditAction.READ, caller.agent(), basis).on("Instance", instance.value());
        if (documents.isEmpty()) {
            trail.recordAlone(entry.ending(AuditOutcome.REFUSED));
            throw new NotFound("Instance", instance.value());
        }
        trail.record(entry);
        return ImagingDocuments.read((byte[]) documents.get(0));
    }

    /** Those of an instance that {@link Retrieval} let through and recorded. Refuses with {@link NotFound}. */
    public Attributes of(RetrievableInstance instance) {
        List<?> documents = entities.createNativeQuery("select attributes from instance where sop_instance_uid = ?")
                .setParameter(1, instance.uid().value())
                .getResultList();
        if (documents.isEmpty()) {
            throw new NotFound("Instance", instance.uid().value());
        }
        return ImagingDocuments.read((byte[]) documents.get(0));
    }

    /** Those of instances that a search found, by SOP Instance UID; the search is in the audit trail already. */
    public Map<String, Attributes> getAll(Caller caller, Collection<SopInstanceUid> instances) {
        policy.require(caller, Activity.SEARCH_STUDIES);
        Map<String, Attributes> found = new HashMap<>();
        List<String> uids = instances.stream().map(SopInstanceUid::value).toList();
        for (int from = 0; from < uids.size(); from += TOGETHER) {
            read(caller, uids.subList(from, Math.min(uids.size(), from + TOGETHER)), found);
        }
        return found;
    }

    private void read(Caller caller, List<String> uids, Map<String, Attributes> found) {
        String marks = String.join(", ", Collections.nCopies(uids.size(), "?"));
        Query query = entities.createNativeQuery(
                "select o.sop_instance_uid, o.attributes from instance o join study s on s.id = o.study_id"
                        + " where s.organization_id = ? and o.sop_instance_uid in (" + marks + ")");
        query.setParameter(1, policy.filter(caller).organization().value());
        for (int i = 0; i < uids.size(); i++) {
            query.setParameter(i + 2, uids.get(i));
        }
        Rows.of(query).forEach(c -> found.put((String) c[0], ImagingDocuments.read((byte[]) c[1])));
    }
}
