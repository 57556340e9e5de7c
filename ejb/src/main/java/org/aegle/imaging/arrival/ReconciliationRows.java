package org.aegle.imaging.arrival;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aegle.id.OrganizationId;
import org.aegle.id.PatientId;
import org.aegle.imaging.Correction;
import org.aegle.search.Rows;

/**
 * The cases that wait for a decision and those that have one, for the objects of one transaction. A case that an object
 * joins is locked, so that it cannot be decided before the object is in it.
 */
final class ReconciliationRows {
    private final EntityManager entities;
    private final OrganizationId organization;
    private final String sender;
    private final Map<Claim, CaseRow> cases = new HashMap<>();
    private final Map<Claim, Long> waiting = new HashMap<>();

    ReconciliationRows(EntityManager entities, OrganizationId organization, String sender) {
        this.entities = entities;
        this.organization = organization;
        this.sender = sender;
    }

    /** What was decided on the object, or else lets it wait; then its blob must have a row. */
    Ruling rule(DurableInstance instance, Placement.Contradicting against) {
        Optional<Ruling> before = ruledBefore(instance);
        if (before.isPresent()) {
            return before.get();
        }
        Claim claim = Claim.of(instance.arrived(), against.reason());
        CaseRow decided = claim.isShared()
                ? cases.computeIfAbsent(claim, key -> findCase(key, "").orElse(CaseRow.NONE))
                : CaseRow.NONE;
        return decided.ruling().orElseGet(() -> join(instance, against));
    }

    /** Lets the object wait, whatever was decided on others. */
    Ruling join(DurableInstance instance, Placement.Contradicting against) {
        Claim claim = Claim.of(instance.arrived(), against.reason());
        long joined = waiting.computeIfAbsent(claim, key -> open(key, instance.arrived(), against.knownPatient()));
        query(
                        "insert into set_aside_instance (case_id, organization_id, sop_instance_uid, blob_id, sha256,"
                                + " received_from) values (?, ?, ?, ?, ?, ?)",
                        joined,
                        organization.value(),
                        instance.identity().sopInstanceUid(),
                        instance.blob().id(),
                        instance.blob().sha256(),
                        sender)
                .executeUpdate();
        return new Ruling.Waits(false);
    }

    /** The very same object came before: it waits, or was decided on by itself. */
    private Optional<Ruling> ruledBefore(DurableInstance instance) {
        List<?> states = query(
                        "select c.state || ' ' || c.reason from set_aside_instance a"
                                + " join reconciliation_case c on c.id = a.case_id"
                                + " where a.organization_id = ? and a.sop_instance_uid = ? and a.sha256 = ?"
                                + " order by a.id desc limit 1",
                        organization.value(),
                        instance.identity().sopInstanceUid(),
                        instance.blob().sha256())
                .getResultList();
        String state = states.isEmpty() ? "" : states.get(0).toString();
        if (state.startsWith("WAITING")) {
            return Optional.of(new Ruling.Waits(true));
        } else if (state.startsWith("REJECTED")) {
            return Optional.of(new Ruling.Rejected());
        } else if (state.equals("ACCEPTED " + RefusalReason.CONTENT_DIFFERS)) {
            return Optional.of(new Ruling.Taken());
        }
        return Optional.empty();
    }

    /** Key of the case that objects with this claim wait in; opened when there is none. */
    private long open(Claim claim, ArrivedInstance arrived, long knownPatient) {
        query(
                        "insert into reconciliation_case (organization_id, study_instance_uid, reason, claim,"
                                + " attributes, modality, known_patient_id, received_from)"
                                + " values (?, ?, ?, ?, ?, ?, nullif(?, 0), ?)"
                                + " on conflict (organization_id, study_instance_uid, reason, claim)"
                                + " where state = 'WAITING' do nothing",
                        organization.value(),
                        claim.studyInstanceUid(),
                        claim.reason().name(),
                        claim.digest(),
                        arrived.study().document().get(),
                        arrived.series().modality(),
                        knownPatient,
                        sender)
                .executeUpdate();
        return findCase(claim, " and c.state = 'WAITING'").orElseThrow().id();
    }

    private Optional<CaseRow> findCase(Claim claim, String condition) {
        return Rows.of(query(
                        "select c.id, c.state, c.patient_id, c.correction_id, k.document from reconciliation_case c"
                                + " left join correction k on k.id = c.correction_id where c.organization_id = ?"
                                + " and c.study_instance_uid = ? and c.reason = ? and c.claim = ?" + condition
                                + " order by c.id desc limit 1 for share of c",
                        organization.value(),
                        claim.studyInstanceUid(),
                        claim.reason().name(),
                        claim.digest()))
                .stream()
                .findFirst()
                .map(CaseRow::of);
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    /** A case; patient and correction are what was decided. */
    private record CaseRow(long id, String state, long patient, long correctionId, String correction) {
        static final CaseRow NONE = new CaseRow(0, "", 0, 0, "");

        static CaseRow of(Object[] c) {
            return new CaseRow(Rows.number(c[0]), Rows.text(c[1]), orZero(c[2]), orZero(c[3]), Rows.text(c[4]));
        }

        Optional<Ruling> ruling() {
            return switch (state) {
                case "REJECTED" -> Optional.of(new Ruling.Rejected());
                case "ACCEPTED" ->
                    Optional.of(
                            patient == 0
                                    ? new Ruling.Renamed(Correction.parse(correction), correctionId)
                                    : new Ruling.Corrected(
                                            new PatientId(patient), Correction.parse(correction), correctionId));
                default -> Optional.empty();
            };
        }

        private static long orZero(Object column) {
            return column == null ? 0 : Rows.number(column);
        }
    }
}
