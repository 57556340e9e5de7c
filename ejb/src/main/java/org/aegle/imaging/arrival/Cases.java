package org.aegle.imaging.arrival;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.directory.Accounts;
import org.aegle.id.OrganizationId;
import org.aegle.imaging.ImagingDocuments;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.search.Rows;
import org.aegle.storage.StoredBlob;

/** What the database knows of the cases of an organisation; {@link Reconciliation} decides who may see it. */
@Stateless
@PermitAll
public class Cases {
    private static final String SELECT = "select c.id, c.study_instance_uid, c.reason, c.attributes, c.modality,"
            + " c.opened_at, c.received_from, c.known_patient_id,"
            + " (select count(*) from set_aside_instance a where a.case_id = c.id)"
            + " from reconciliation_case c where c.organization_id = ? and c.state = 'WAITING'";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    /** Those that wait, the oldest first. */
    public List<WaitingCase> waiting(OrganizationId organization, int limit) {
        String authority = accounts.getOrganization(organization).patientIdAuthority();
        return Rows.of(entities.createNativeQuery(SELECT + " order by c.opened_at, c.id limit ?")
                        .setParameter(1, organization.value())
                        .setParameter(2, limit))
                .stream()
                .map(c -> waiting(c, authority))
                .toList();
    }

    /** One that waits. */
    public Optional<WaitingCase> find(OrganizationId organization, long id) {
        String authority = accounts.getOrganization(organization).patientIdAuthority();
        return Rows.of(entities.createNativeQuery(SELECT + " and c.id = ?")
                        .setParameter(1, organization.value())
                        .setParameter(2, id))
                .stream()
                .findFirst()
                .map(c -> waiting(c, authority));
    }

    /** The objects of a case in the order they came. */
    public List<WaitingObject> objects(long id) {
        return Rows.of(entities.createNativeQuery(
                                "select a.id, a.received_from, b.id, b.length, b.sha256, b.wrapped_key"
                                        + " from set_aside_instance a join blob b on b.id = a.blob_id"
                                        + " where a.case_id = ? order by a.id")
                        .setParameter(1, id))
                .stream()
                .map(c -> new WaitingObject(
                        Rows.number(c[0]),
                        Rows.text(c[1]),
                        new StoredBlob(Rows.text(c[2]), Rows.number(c[3]), (byte[]) c[4], (byte[]) c[5])))
                .toList();
    }

    private static WaitingCase waiting(Object[] c, String authority) {
        Attributes told = ImagingDocuments.read(Rows.text(c[3]));
        PatientDemographics patient = PatientModule.of(told).issuedBy(authority);
        return new WaitingCase(
                Rows.number(c[0]),
                Rows.text(c[1]),
                RefusalReason.valueOf(Rows.text(c[2])),
                patient,
                told.getString(Tag.StudyDescription, ""),
                PartialDate.ofDicom(told.getString(Tag.StudyDate, "")),
                Rows.text(c[4]),
                Rows.instant(c[5]),
                Rows.text(c[6]),
                (int) Rows.number(c[8]),
                c[7] == null ? 0 : Rows.number(c[7]));
    }
}
