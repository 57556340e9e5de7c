package org.aegle.imaging.arrival;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Accounts;
import org.aegle.directory.Role;
import org.aegle.id.PatientId;
import org.aegle.imaging.arrival.CaseDecisions.Decision;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;
import org.aegle.patient.Patients;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.storage.BlobRemovals;

/**
 * Deciding on objects that wait because they contradict what is known. Until then nobody but those who decide sees
 * anything of them; afterwards the ones that belong to a patient are like any other, with the right attributes and an
 * Original Attributes Sequence, and later objects that claim the same follow without being asked about.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.TECHNOLOGIST, Role.Names.CLERK})
public class Reconciliation {
    /** Characters that a rationale may have. */
    public static final int LONGEST_RATIONALE = 500;

    private static final String TYPE = "ReconciliationCase";
    private static final int MOST = 500;
    private static final int TRIES = 5;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Cases cases;

    @Inject
    private CaseComparison comparison;

    @Inject
    private CaseDecisions decisions;

    @Inject
    private WaitingObjects objects;

    @Inject
    private Patients patients;

    @Inject
    private Accounts accounts;

    @Inject
    private BlobRemovals removals;

    @Inject
    private AuditTrail trail;

    /** What waits, the oldest first, at most 500 cases. */
    public List<WaitingCase> waiting(Caller caller) {
        String basis = policy.require(caller, Activity.RECONCILE);
        List<WaitingCase> waiting = cases.waiting(policy.filter(caller).organization(), MOST);
        trail.recordAlone(AuditEntry.of(AuditAction.SEARCH, caller.agent(), basis)
                .on(TYPE, "")
                .with("found " + waiting.size()));
        return waiting;
    }

    /** Refuses with {@link NotFound} what is not there or decided already. */
    public CaseView get(Caller caller, long id) throws IOException {
        String basis = policy.require(caller, Activity.RECONCILE);
        WaitingCase waiting = require(caller, id);
        trail.recordAlone(AuditEntry.of(AuditAction.READ, caller.agent(), basis)
                .on(TYPE, Long.toString(id))
                .ofPatient(waiting.knownPatient()));
        return comparison.of(caller.organization(), waiting);
    }

    /** A JPEG of what came; empty where there is none. */
    public Optional<byte[]> picture(Caller caller, long id, int size) throws IOException {
        policy.require(caller, Activity.RECONCILE);
        List<WaitingObject> waiting = cases.objects(require(caller, id).id());
        return waiting.isEmpty()
                ? Optional.empty()
                : objects.picture(waiting.get(waiting.size() / 2).blob(), size);
    }

    /** A JPEG of what is stored in its place; empty where there is none. */
    public Optional<byte[]> knownPicture(Caller caller, long id, int size) throws IOException {
        policy.require(caller, Activity.RECONCILE);
        return comparison.knownPicture(caller.organization(), require(caller, id), size);
    }

    /** The objects belong to this patient. Refuses with {@link NotFound}, {@link Conflict}, {@link Invalid}. */
    public void assign(Caller caller, long id, PatientId patient, String rationale) throws IOException {
        Decision decision = decide(caller, id, rationale);
        require(caller, id);
        PatientDemographics demographics = patients.get(caller, patient).demographics();
        store(caller, decision, new Remedy.ToPatient(patient, demographics));
    }

    /**
     * The objects belong to somebody who is not known yet and is registered as they tell, with a new number where the
     * one they claim is another's.
     */
    public PatientId assignToNew(Caller caller, long id, String rationale) throws IOException {
        Decision decision = decide(caller, id, rationale);
        WaitingCase waiting = require(caller, id);
        if (comparison.of(caller.organization(), waiting).storedPatient() != 0) {
            throw new Conflict(Conflict.Reason.STUDY_OF_ANOTHER_PATIENT, waiting.studyInstanceUid());
        }
        List<PatientIdentifier> free = waiting.told().identifiers().stream()
                .filter(told ->
                        patients.findByIdentifier(caller.organization(), told).isEmpty())
                .toList();
        List<PatientIdentifier> own = free.isEmpty() ? List.of(patients.assignNumber(caller)) : free;
        PatientId patient =
                patients.register(caller, waiting.told().identifiedBy(own), "").id();
        assign(caller, decision.caseId(), patient, rationale);
        return patient;
    }

    /** The objects are kept beside what is stored, under a UID of their own. */
    public void keepBeside(Caller caller, long id, String rationale) throws IOException {
        Decision decision = decide(caller, id, rationale);
        WaitingCase waiting = require(caller, id);
        if (waiting.reason() == RefusalReason.PATIENT_DIFFERS) {
            throw new Invalid("decision", "must say whose the objects are");
        }
        boolean series = waiting.reason() == RefusalReason.SERIES_DIFFERS;
        store(caller, decision, series ? new Remedy.NewSeries() : new Remedy.NewInstance());
    }

    /** The objects are not taken: their bytes are removed, their digests and the decision stay. */
    public void reject(Caller caller, long id, String rationale) {
        Decision decision = decide(caller, id, rationale);
        decisions.reject(caller, decision);
        removals.finish();
    }

    private Decision decide(Caller caller, long id, String rationale) {
        String basis = policy.require(caller, Activity.RECONCILE);
        if (rationale.isBlank() || rationale.length() > LONGEST_RATIONALE) {
            throw new Invalid("rationale", "must have 1 to " + LONGEST_RATIONALE + " characters");
        }
        return new Decision(id, basis, rationale.strip());
    }

    /** Objects that come while others are read join the case; they are read too. */
    private void store(Caller caller, Decision decision, Remedy remedy) throws IOException {
        String authority = accounts.getOrganization(caller.organization()).patientIdAuthority();
        for (int i = 0; i < TRIES; i++) {
            List<CaseObject> read = objects.read(cases.objects(decision.caseId()), authority);
            if (decisions.accept(caller, decision, read, remedy)) {
                removals.finish();
                return;
            }
        }
        throw new Conflict(Conflict.Reason.STALE_VERSION, Long.toString(decision.caseId()));
    }

    private WaitingCase require(Caller caller, long id) {
        return cases.find(policy.filter(caller).organization(), id).orElseThrow(() -> {
            trail.recordAlone(AuditEntry.of(AuditAction.READ, caller.agent(), "not visible")
                    .on(TYPE, Long.toString(id))
                    .ending(AuditOutcome.REFUSED));
            return new NotFound(TYPE, Long.toString(id));
        });
    }
}
