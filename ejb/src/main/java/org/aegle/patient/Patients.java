package org.aegle.patient;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Accounts;
import org.aegle.directory.Organization;
import org.aegle.directory.Role;
import org.aegle.id.OrganizationId;
import org.aegle.id.PatientId;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.NotFound;
import org.aegle.search.Page;
import org.aegle.search.Rows;
import org.aegle.search.SearchQuery;
import org.aegle.search.SearchRequest;
import org.aegle.search.Selection;
import org.aegle.search.Sort;

/** Finding, reading, registering and correcting patients. */
@Stateless
@RolesAllowed({
    Role.Names.PHYSICIAN,
    Role.Names.RADIOLOGIST,
    Role.Names.TECHNOLOGIST,
    Role.Names.CLERK,
    Role.Names.CLIENT
})
public class Patients {
    private static final String TYPE = "Patient";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    @Inject
    private Accounts accounts;

    @Inject
    private PatientVersions versions;

    /** Refuses with {@link NotFound}. */
    public PatientView get(Caller caller, PatientId id) {
        String basis = policy.require(caller, Activity.READ_PATIENT);
        PatientView view = require(caller, id).view();
        trail.record(entry(AuditAction.READ, caller, basis, id));
        return view;
    }

    /** Refuses with {@link NotFound} for a patient or a version that is not there. */
    public PatientVersion getVersion(Caller caller, PatientId id, long version) {
        String basis = policy.require(caller, Activity.READ_PATIENT);
        PatientView current = require(caller, id).view();
        trail.record(entry(AuditAction.READ, caller, basis, id).with("version " + version));
        return versions.find(current, version).orElseThrow(() -> new NotFound(TYPE, id + "/_history/" + version));
    }

    /** Newest first. */
    public List<PatientVersion> history(Caller caller, PatientId id) {
        String basis = policy.require(caller, Activity.READ_PATIENT);
        PatientView current = require(caller, id).view();
        trail.record(entry(AuditAction.READ, caller, basis, id).with("history"));
        return versions.all(current);
    }

    /** Rows of {@link PatientSearch#TABLE}. */
    public Page<PatientView> search(Caller caller, SearchRequest request) {
        String basis = policy.require(caller, Activity.SEARCH_PATIENTS);
        Page<Long> keys = new SearchQuery(
                        PatientSearch.TABLE, request, policy.filter(caller).on(PatientSearch.TABLE))
                .run(entities, "p.id", row -> ((Number) row[0]).longValue());
        Map<Long, Patient> found = load(keys.rows());
        Page<PatientView> page = keys.map(key -> found.get(key).view());
        trail.record(AuditEntry.of(AuditAction.SEARCH, caller.agent(), basis)
                .on(TYPE, "")
                .with(described(request) + " found " + keys.rows()));
        return page;
    }

    /** Those changed last. */
    public List<PatientView> recent(Caller caller, int limit) {
        return search(caller, SearchRequest.all(limit).sortedBy(new Sort("_lastUpdated", true)))
                .rows();
    }

    /** A medical record number that nobody has yet, of the caller's organisation. */
    public PatientIdentifier assignNumber(Caller caller) {
        policy.require(caller, Activity.CREATE_PATIENT);
        Organization own = accounts.getOrganization(caller.organization());
        long next = ((Number) entities.createNativeQuery("select nextval('medical_record_number_seq')")
                        .getSingleResult())
                .longValue();
        return new PatientIdentifier(own.patientIdAuthority(), "%08d".formatted(next), "usual");
    }

    /**
     * Somebody as typed, made fit to be registered when an object arrives: with a number, if none was given, and its
     * authority. Refuses what cannot be a patient with {@link org.aegle.refusal.Invalid}.
     */
    public PatientDemographics complete(Caller caller, PatientDemographics typed) {
        policy.require(caller, Activity.CREATE_PATIENT);
        PatientRules.check(typed);
        boolean numbered = !typed.identifiers().isEmpty();
        return withAuthority(caller, numbered ? typed : typed.identifiedBy(List.of(assignNumber(caller))));
    }

    /**
     * Registers a patient of the caller's organisation.
     *
     * @param content the FHIR resource it came in, or empty
     */
    public PatientView register(Caller caller, PatientDemographics demographics, String content) {
        String basis = policy.require(caller, Activity.CREATE_PATIENT);
        PatientRules.check(demographics);
        PatientDemographics complete = withAuthority(caller, demographics);
        requireFree(caller.organization(), complete.identifiers(), new PatientId(0));
        PatientView view = create(caller.organization(), complete, content, caller.name());
        trail.record(entry(AuditAction.CREATE, caller, basis, view.id()));
        return view;
    }

    /**
     * Changes a patient. Refuses with {@link Conflict} when {@code version} is not the current one: somebody else was
     * faster, and nothing is overwritten.
     */
    public PatientView update(
            Caller caller, PatientId id, long version, PatientDemographics demographics, String content) {
        String basis = policy.require(caller, Activity.UPDATE_PATIENT);
        PatientRules.check(demographics);
        Patient patient = require(caller, id);
        if (patient.version() != version) {
            throw new Conflict(Conflict.Reason.STALE_VERSION, Long.toString(patient.version()));
        }
        PatientDemographics complete = withAuthority(caller, demographics);
        requireFree(caller.organization(), complete.identifiers(), id);
        if (!complete.identifiers().equals(patient.identifiers())) {
            patient.withdrawIdentifiers();
            entities.flush();
            patient.assign(complete.identifiers());
        }
        patient.change(complete, content, now());
        entities.flush();
        PatientView view = patient.view();
        versions.append(view, caller.name(), "UPDATE");
        trail.record(entry(AuditAction.UPDATE, caller, basis, id).with("version " + view.version()));
        return view;
    }

    /** The patient that has this identifier in the organisation. For objects on arrival, which have their own rule. */
    @PermitAll
    public Optional<PatientId> findByIdentifier(OrganizationId organization, PatientIdentifier identifier) {
        String sql =
                "select patient_id from patient_identifier where organization_id = ? and authority = ? and value = ?";
        return Selection.run(entities, sql, List.of(organization.value(), identifier.authority(), identifier.value()))
                .stream()
                .findFirst()
                .map(columns -> new PatientId(Rows.number(columns[0])));
    }

    /** What is known of a patient that an arriving object may belong to. */
    @PermitAll
    public PatientDemographics getDemographics(PatientId id) {
        return entities.find(Patient.class, id.value()).view().demographics();
    }

    /** Registers the patient that an arriving object tells of. */
    @PermitAll
    public PatientId registerArrival(OrganizationId organization, PatientDemographics demographics, String author) {
        // Two first objects of one patient at the same time must not make two patients.
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext(?)) as text)")
                .setParameter(1, organization + "/" + demographics.identifiers())
                .getSingleResult();
        for (PatientIdentifier identifier : demographics.identifiers()) {
            Optional<PatientId> known = findByIdentifier(organization, identifier);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return create(organization, demographics, "", author).id();
    }

    private PatientView create(
            OrganizationId organization, PatientDemographics demographics, String content, String author) {
        Patient patient = new Patient(accounts.getOrganization(organization), demographics, content, now());
        entities.persist(patient);
        entities.flush();
        PatientView view = patient.view();
        versions.append(view, author, "CREATE");
        return view;
    }

    private Patient require(Caller caller, PatientId id) {
        Patient patient = entities.find(Patient.class, id.value());
        if (patient == null || !policy.filter(caller).admits(patient.organization())) {
            trail.recordAlone(entry(AuditAction.READ, caller, "not visible", id).ending(AuditOutcome.REFUSED));
            throw new NotFound(TYPE, id.toString());
        }
        return patient;
    }

    private Map<Long, Patient> load(List<Long> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select distinct p from Patient p left join fetch p.identifiers where p.id in :keys",
                        Patient.class)
                .setParameter("keys", keys)
                .getResultStream()
                .collect(Collectors.toMap(p -> p.id().value(), Function.identity()));
    }

    private PatientDemographics withAuthority(Caller caller, PatientDemographics demographics) {
        String own = accounts.getOrganization(caller.organization()).patientIdAuthority();
        List<PatientIdentifier> complete = new ArrayList<>();
        for (PatientIdentifier identifier : demographics.identifiers()) {
            boolean bare = identifier.authority().isEmpty();
            complete.add(bare ? new PatientIdentifier(own, identifier.value(), identifier.use()) : identifier);
        }
        return demographics.identifiedBy(complete);
    }

    private void requireFree(OrganizationId organization, List<PatientIdentifier> identifiers, PatientId own) {
        for (PatientIdentifier identifier : identifiers) {
            Optional<PatientId> holder = findByIdentifier(organization, identifier);
            if (holder.isPresent() && !holder.get().equals(own)) {
                throw new Conflict(Conflict.Reason.DUPLICATE_IDENTIFIER, identifier.value());
            }
        }
    }

    private static AuditEntry entry(AuditAction action, Caller caller, String basis, PatientId id) {
        return AuditEntry.of(action, caller.agent(), basis)
                .on(TYPE, id.toString())
                .ofPatient(id.value());
    }

    /** The audit trail says what was asked: it is read by the privacy officer alone. */
    private static String described(SearchRequest request) {
        return request.restrictions().isEmpty() ? "all" : request.restrictions().toString();
    }

    /** What a database keeps of an instant. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
