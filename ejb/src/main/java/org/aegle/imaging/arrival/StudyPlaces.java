package org.aegle.imaging.arrival;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aegle.access.Caller;
import org.aegle.id.OrganizationId;
import org.aegle.id.PatientId;
import org.aegle.imaging.ImagingDocuments;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientFit;
import org.aegle.patient.PatientIdentifier;
import org.aegle.patient.Patients;
import org.aegle.search.Rows;
import org.aegle.search.Selection;

/**
 * Finds or adds the studies and series that the objects of one transaction belong to, each asked for once. The unique
 * keys of the database decide who was first; hence INSERT ... ON CONFLICT instead of entities.
 */
final class StudyPlaces {
    private final EntityManager entities;
    private final Patients patients;
    private final Caller caller;
    private final PatientGuard guard;
    private final Map<String, StudyRow> studies = new HashMap<>();
    private final Map<String, SeriesRow> series = new HashMap<>();
    private final Map<PatientIdentifier, Optional<PatientId>> holders = new HashMap<>();

    StudyPlaces(EntityManager entities, Patients patients, Caller caller) {
        this.entities = entities;
        this.patients = patients;
        this.caller = caller;
        this.guard = new PatientGuard(patients);
    }

    Placement place(ArrivedInstance arrived) {
        Optional<StudyRow> known = knownStudy(arrived.identity().studyInstanceUid());
        if (known.isPresent()) {
            return isOwn(known.get()) ? placeIn(known.get(), arrived) : new Placement.Foreign();
        }
        Optional<SeriesRow> elsewhere = findSeries(arrived.identity().seriesInstanceUid());
        if (elsewhere.isPresent()) {
            return new Placement.Contradicting(RefusalReason.SERIES_DIFFERS, patientOf(elsewhere.get()));
        }
        PatientId patient = patients.registerArrival(caller.organization(), arrived.patient(), caller.name());
        holders.clear();
        return guard.fits(patient, arrived.patient())
                ? into(addStudy(arrived, patient), arrived, 0)
                : new Placement.Contradicting(RefusalReason.PATIENT_DIFFERS, patient.value());
    }

    /** Places an object of which it was decided whose it is; a study is one patient's all the same. */
    Placement placeCorrected(ArrivedInstance arrived, PatientId patient, long correction) {
        StudyRow study = knownStudy(arrived.identity().studyInstanceUid()).orElseGet(() -> addStudy(arrived, patient));
        return isOwn(study) && study.patient() == patient.value()
                ? into(study, arrived, correction)
                : new Placement.Contradicting(RefusalReason.PATIENT_DIFFERS, study.patient());
    }

    /** Places an object that got identifiers of its own. */
    Placement placeRenamed(ArrivedInstance arrived, long correction) {
        Placement placement = place(arrived);
        return placement instanceof Placement.At at
                ? new Placement.At(at.study(), at.patient(), at.series(), correction)
                : placement;
    }

    /** A study that is not known yet is locked: two first objects of one study could make two patients. */
    private Optional<StudyRow> knownStudy(String uid) {
        Optional<StudyRow> known = Optional.ofNullable(studies.get(uid)).or(() -> findStudy(uid));
        if (known.isEmpty()) {
            lock(uid);
            known = findStudy(uid);
        }
        known.ifPresent(row -> studies.put(uid, row));
        return known;
    }

    /** Nobody else can begin the study before the transaction ends. */
    void lock(String uid) {
        query("select cast(pg_advisory_xact_lock(hashtext(?)) as text)", "study/" + uid)
                .getSingleResult();
    }

    private boolean isOwn(StudyRow study) {
        return study.organization() == caller.organization().value();
    }

    private Placement placeIn(StudyRow study, ArrivedInstance arrived) {
        return isOf(study, arrived)
                ? into(study, arrived, 0)
                : new Placement.Contradicting(RefusalReason.PATIENT_DIFFERS, study.patient());
    }

    private Placement into(StudyRow study, ArrivedInstance arrived, long correction) {
        SeriesRow into = series.computeIfAbsent(
                arrived.identity().seriesInstanceUid(), key -> findOrAddSeries(key, study.id(), arrived.series()));
        return into.study() == study.id()
                ? new Placement.At(study.id(), study.patient(), into.id(), correction)
                : new Placement.Contradicting(RefusalReason.SERIES_DIFFERS, patientOf(into));
    }

    /** The patient of a series; none of another organisation's. */
    private long patientOf(SeriesRow of) {
        List<?> found = query(
                        "select patient_id from study where id = ? and organization_id = ?",
                        of.study(),
                        caller.organization().value())
                .getResultList();
        return found.isEmpty() ? 0 : Rows.number(found.get(0));
    }

    /** An object without a Patient ID goes by its study; one with another patient's ID contradicts it. */
    private boolean isOf(StudyRow study, ArrivedInstance arrived) {
        return isIdentified(study, arrived)
                && (guard.fits(new PatientId(study.patient()), arrived.patient()) || isLikeFirst(study, arrived));
    }

    /** A patient whose record was corrected in the middle of a study is still the one that its first object told of. */
    private boolean isLikeFirst(StudyRow study, ArrivedInstance arrived) {
        Object told =
                query("select attributes from study where id = ?", study.id()).getSingleResult();
        PatientDemographics first = PatientModule.of(ImagingDocuments.read(told.toString()));
        return PatientFit.contradictions(first, arrived.patient()).isEmpty();
    }

    private boolean isIdentified(StudyRow study, ArrivedInstance arrived) {
        List<PatientIdentifier> identifiers = arrived.patient().identifiers();
        Optional<PatientId> patient = Optional.of(new PatientId(study.patient()));
        OrganizationId organization = new OrganizationId(study.organization());
        return identifiers.isEmpty()
                || identifiers.stream()
                        .anyMatch(i -> holders.computeIfAbsent(i, key -> patients.findByIdentifier(organization, key))
                                .equals(patient));
    }

    Optional<StudyRow> findStudy(String uid) {
        String sql = "select id, patient_id, organization_id from study where study_instance_uid = ?";
        return Selection.run(entities, sql, List.of(uid)).stream()
                .findFirst()
                .map(c -> new StudyRow(Rows.number(c[0]), Rows.number(c[1]), Rows.number(c[2])));
    }

    private StudyRow addStudy(ArrivedInstance arrived, PatientId patient) {
        String uid = arrived.identity().studyInstanceUid();
        OrganizationId organization = caller.organization();
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
        StudyRow added = findStudy(uid).orElseThrow();
        study.procedures().forEach(procedure -> addProcedure(added, procedure));
        studies.put(uid, added);
        return added;
    }

    private void addProcedure(StudyRow study, ArrivedInstance.Procedure procedure) {
        query(
                        "insert into study_procedure (study_id, code_value, coding_scheme) values (?, ?, ?)"
                                + " on conflict do nothing",
                        study.id(),
                        procedure.codeValue(),
                        procedure.codingScheme())
                .executeUpdate();
    }

    private SeriesRow findOrAddSeries(String uid, long study, ArrivedInstance.SeriesAttributes attributes) {
        Optional<SeriesRow> known = findSeries(uid);
        if (known.isPresent()) {
            return known.get();
        }
        int added = query(
                        "insert into series (study_id, series_instance_uid, modality, series_number, description,"
                                + " body_part, performed_date, performed_time, attributes)"
                                + " values (?, ?, ?, cast(? as integer), ?, ?, cast(? as date), ?, ?)"
                                + " on conflict (series_instance_uid) do nothing",
                        study,
                        uid,
                        attributes.modality(),
                        attributes.number().isPresent()
                                ? Integer.valueOf(attributes.number().getAsInt())
                                : null,
                        attributes.description(),
                        attributes.bodyPart(),
                        attributes.performedDate().map(Date::valueOf).orElse(null),
                        attributes.performedTime(),
                        attributes.document().get())
                .executeUpdate();
        if (added > 0) {
            addRequests(uid, attributes.requests());
        }
        return findSeries(uid).orElseThrow();
    }

    private Optional<SeriesRow> findSeries(String uid) {
        String sql = "select id, study_id from series where series_instance_uid = ?";
        return Selection.run(entities, sql, List.of(uid)).stream()
                .findFirst()
                .map(c -> new SeriesRow(Rows.number(c[0]), Rows.number(c[1])));
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

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    record StudyRow(long id, long patient, long organization) {}

    private record SeriesRow(long id, long study) {}
}
