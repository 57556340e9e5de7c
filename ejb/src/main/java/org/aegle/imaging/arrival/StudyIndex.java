package org.aegle.imaging.arrival;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Accounts;
import org.aegle.id.OrganizationId;
import org.aegle.id.PatientId;
import org.aegle.patient.PatientIdentifier;
import org.aegle.patient.Patients;
import org.aegle.search.Rows;
import org.aegle.storage.Blob;
import org.aegle.storage.StoredBlob;

/**
 * Enters a durable object into the index: one short transaction for its rows and its audit line. The unique keys of the
 * database decide who was first; hence INSERT ... ON CONFLICT instead of entities.
 */
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
    private AuditTrail trail;

    /** Never overwrites: whatever contradicts what is known is set aside. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public StoreOutcome add(Caller caller, String basis, ArrivedInstance received, StoredBlob blob) {
        String authority = accounts.getOrganization(caller.organization()).patientIdAuthority();
        ArrivedInstance arrived = received.issuedBy(authority);
        ObjectIdentity identity = arrived.identity();
        Optional<StoreOutcome> known = knownInstance(caller, basis, identity, blob);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<StudyRow> study = findStudy(identity.studyInstanceUid());
        if (study.isPresent()
                && study.get().organization() != caller.organization().value()) {
            refused(caller, basis, identity, RefusalReason.NOT_PERMITTED);
            return new StoreOutcome.Refused(identity, RefusalReason.NOT_PERMITTED, "");
        }
        if (study.isPresent() && !isOf(study.get(), arrived)) {
            return setAside(caller, basis, identity, blob, RefusalReason.PATIENT_DIFFERS);
        }
        StudyRow into = study.isPresent() ? study.get() : addStudy(caller, arrived);
        long series = findOrAddSeries(into.id(), arrived);
        if (series == 0) {
            return setAside(caller, basis, identity, blob, RefusalReason.SERIES_DIFFERS);
        }
        return addInstance(caller, basis, arrived, blob, into, series);
    }

    /** Whether anything of the study is stored. */
    public boolean holds(String studyInstanceUid) {
        return findStudy(studyInstanceUid).isPresent();
    }

    private Optional<StoreOutcome> knownInstance(
            Caller caller, String basis, ObjectIdentity identity, StoredBlob blob) {
        List<Object[]> rows = Rows.of(query(
                "select b.sha256, s.organization_id from instance o join blob b on b.id = o.blob_id"
                        + " join study s on s.id = o.study_id where o.sop_instance_uid = ?",
                identity.sopInstanceUid()));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        if (Rows.number(rows.get(0)[1]) != caller.organization().value()) {
            refused(caller, basis, identity, RefusalReason.NOT_PERMITTED);
            return Optional.of(new StoreOutcome.Refused(identity, RefusalReason.NOT_PERMITTED, ""));
        }
        if (!Arrays.equals((byte[]) rows.get(0)[0], blob.sha256())) {
            return Optional.of(setAside(caller, basis, identity, blob, RefusalReason.CONTENT_DIFFERS));
        }
        trail.record(entry(caller, basis, identity).with("already stored"));
        return Optional.of(new StoreOutcome.AlreadyStored(identity));
    }

    private StoreOutcome setAside(
            Caller caller, String basis, ObjectIdentity identity, StoredBlob blob, RefusalReason reason) {
        entities.persist(new Blob(blob));
        entities.flush();
        query(
                        "insert into set_aside_instance (sop_instance_uid, study_instance_uid, organization_id, reason,"
                                + " blob_id, received_from) values (?, ?, ?, ?, ?, ?)",
                        identity.sopInstanceUid(),
                        identity.studyInstanceUid(),
                        caller.organization().value(),
                        reason.name(),
                        blob.id(),
                        caller.name())
                .executeUpdate();
        trail.record(entry(caller, basis, identity)
                .ending(AuditOutcome.FAILED)
                .with("set aside: " + reason + ", sha-256 "
                        + java.util.HexFormat.of().formatHex(blob.sha256())));
        return new StoreOutcome.SetAside(identity, reason);
    }

    private Optional<StudyRow> findStudy(String uid) {
        return Rows.of(query("select id, patient_id, organization_id from study where study_instance_uid = ?", uid))
                .stream()
                .findFirst()
                .map(c -> new StudyRow(Rows.number(c[0]), Rows.number(c[1]), Rows.number(c[2])));
    }

    /** An object without a Patient ID goes by its study; one with another patient's ID contradicts it. */
    private boolean isOf(StudyRow study, ArrivedInstance arrived) {
        List<PatientIdentifier> identifiers = arrived.patient().identifiers();
        return identifiers.isEmpty()
                || identifiers.stream()
                        .anyMatch(i -> patients.findByIdentifier(new OrganizationId(study.organization()), i)
                                .equals(Optional.of(new PatientId(study.patient()))));
    }

    private StudyRow addStudy(Caller caller, ArrivedInstance arrived) {
        String uid = arrived.identity().studyInstanceUid();
        // Without an identifier to lock by, two first objects of one study could make two patients.
        query("select cast(pg_advisory_xact_lock(hashtext(?)) as text)", "study/" + uid)
                .getSingleResult();
        Optional<StudyRow> faster = findStudy(uid);
        if (faster.isPresent()) {
            return faster.get();
        }
        OrganizationId organization = caller.organization();
        PatientId patient = patients.registerArrival(organization, arrived.patient(), caller.name());
        ArrivedInstance.StudyAttributes study = arrived.study();
        query(
                        "insert into study (study_instance_uid, patient_id, organization_id, study_date, study_time,"
                                + " accession_number, description, referring_physician, study_id, attributes)"
                                + " values (?, ?, ?, cast(? as date), ?, ?, ?, ?, ?, ?)",
                        uid,
                        patient.value(),
                        organization.value(),
                        study.date().map(Date::valueOf).orElse(null),
                        study.time(),
                        study.accessionNumber(),
                        study.description(),
                        study.referringPhysician(),
                        study.studyId(),
                        study.document().get())
                .executeUpdate();
        return findStudy(uid).orElseThrow();
    }

    /** 0 when the series belongs to another study. */
    private long findOrAddSeries(long study, ArrivedInstance arrived) {
        String uid = arrived.identity().seriesInstanceUid();
        ArrivedInstance.SeriesAttributes series = arrived.series();
        if (findSeries(uid).isEmpty()) {
            int added = query(
                            "insert into series (study_id, series_instance_uid, modality, series_number, description,"
                                    + " body_part, performed_date, performed_time, attributes)"
                                    + " values (?, ?, ?, cast(? as integer), ?, ?, cast(? as date), ?, ?)"
                                    + " on conflict (series_instance_uid) do nothing",
                            study,
                            uid,
                            series.modality(),
                            series.number().isPresent()
                                    ? Integer.valueOf(series.number().getAsInt())
                                    : null,
                            series.description(),
                            series.bodyPart(),
                            series.performedDate().map(Date::valueOf).orElse(null),
                            series.performedTime(),
                            series.document().get())
                    .executeUpdate();
            if (added > 0) {
                addRequests(uid, series.requests());
            }
        }
        Object[] row = findSeries(uid).orElseThrow();
        return Rows.number(row[1]) == study ? Rows.number(row[0]) : 0;
    }

    private Optional<Object[]> findSeries(String uid) {
        return Rows.of(query("select id, study_id from series where series_instance_uid = ?", uid)).stream()
                .findFirst();
    }

    private void addRequests(String seriesUid, List<ArrivedInstance.Request> requests) {
        for (ArrivedInstance.Request request : requests) {
            query(
                            "insert into series_request (series_id, scheduled_procedure_step_id, requested_procedure_id)"
                                    + " select id, ?, ? from series where series_instance_uid = ? on conflict do nothing",
                            request.scheduledProcedureStepId(),
                            request.requestedProcedureId(),
                            seriesUid)
                    .executeUpdate();
        }
    }

    private StoreOutcome addInstance(
            Caller caller, String basis, ArrivedInstance arrived, StoredBlob blob, StudyRow study, long series) {
        ObjectIdentity identity = arrived.identity();
        ArrivedInstance.InstanceAttributes instance = arrived.instance();
        entities.persist(new Blob(blob));
        entities.flush();
        int added = query(
                        "insert into instance (id, series_id, study_id, sop_instance_uid, sop_class_uid,"
                                + " transfer_syntax_uid, instance_number, rows, columns, bits_allocated, frames, blob_id,"
                                + " attributes, frame_index, received_from)"
                                + " values (nextval('instance_seq'), ?, ?, ?, ?, ?, cast(? as integer), ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (sop_instance_uid) do nothing",
                        series,
                        study.id(),
                        identity.sopInstanceUid(),
                        identity.sopClassUid(),
                        instance.transferSyntaxUid(),
                        instance.number().isPresent()
                                ? Integer.valueOf(instance.number().getAsInt())
                                : null,
                        instance.rows(),
                        instance.columns(),
                        instance.bitsAllocated(),
                        instance.frames(),
                        blob.id(),
                        instance.document(),
                        instance.frameIndex(),
                        caller.name())
                .executeUpdate();
        if (added == 0) {
            // The same object on another connection was faster, and has committed by now.
            query("delete from blob where id = ?", blob.id()).executeUpdate();
            return knownInstance(caller, basis, identity, blob).orElseThrow();
        }
        trail.record(entry(caller, basis, identity).ofPatient(study.patient()));
        return new StoreOutcome.Stored(identity);
    }

    private void refused(Caller caller, String basis, ObjectIdentity identity, RefusalReason reason) {
        trail.record(entry(caller, basis, identity).ending(AuditOutcome.REFUSED).with(reason.name()));
    }

    private static AuditEntry entry(Caller caller, String basis, ObjectIdentity identity) {
        return AuditEntry.of(AuditAction.STORE, caller.agent(), basis)
                .on("Instance", identity.sopInstanceUid())
                .with("study " + identity.studyInstanceUid());
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    private record StudyRow(long id, long patient, long organization) {}
}
