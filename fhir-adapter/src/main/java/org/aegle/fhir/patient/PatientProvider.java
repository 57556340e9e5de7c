package org.aegle.fhir.patient;

import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.model.valueset.BundleEntryTransactionMethodEnum;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.RawParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.aegle.access.Caller;
import org.aegle.fhir.search.FhirParameter;
import org.aegle.fhir.search.SearchBundle;
import org.aegle.fhir.search.SearchShape;
import org.aegle.fhir.search.StoredSearch;
import org.aegle.fhir.search.TypeParameters;
import org.aegle.fhir.server.RequireCaller;
import org.aegle.id.PatientId;
import org.aegle.patient.PatientIdentifier;
import org.aegle.patient.PatientVersion;
import org.aegle.patient.PatientView;
import org.aegle.patient.Patients;
import org.aegle.refusal.NotFound;
import org.aegle.search.Cursor;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;

/** FHIR R4 Patient. */
@Dependent
public class PatientProvider implements IResourceProvider {
    public static final TypeParameters PARAMETERS = new TypeParameters(
            "Patient",
            List.of(
                    new FhirParameter("_id", FhirParameter.Kind.TOKEN, "_id", "Logical id"),
                    new FhirParameter(
                            "identifier", FhirParameter.Kind.IDENTIFIER, "identifier", "system|value, or value alone"),
                    new FhirParameter("name", FhirParameter.Kind.STRING, "name", "Any part of the name"),
                    new FhirParameter("family", FhirParameter.Kind.STRING, "family", "Family name"),
                    new FhirParameter("given", FhirParameter.Kind.STRING, "given", "Given names"),
                    new FhirParameter("birthdate", FhirParameter.Kind.DATE, "birthdate", "Date of birth"),
                    new FhirParameter("gender", FhirParameter.Kind.TOKEN, "gender", "Administrative gender")),
            PatientProvider::identifier,
            Map.of(
                    "_id", "_id",
                    "_lastUpdated", "_lastUpdated",
                    "family", "family",
                    "given", "given",
                    "name", "family",
                    "birthdate", "birthdate"));

    @Inject
    private Patients patients;

    @Inject
    private PatientTranslator translator;

    @Override
    public Class<Patient> getResourceType() {
        return Patient.class;
    }

    @Read(version = true)
    public Patient read(RequestDetails request, @IdParam IdType id) {
        Caller caller = RequireCaller.caller(request);
        return translator.toFhir(
                id.hasVersionIdPart()
                        ? patients.getVersion(caller, key(id), version(id)).patient()
                        : patients.get(caller, key(id)));
    }

    @History
    public List<Patient> history(RequestDetails request, @IdParam IdType id) {
        return patients.history(RequireCaller.caller(request), key(id)).stream()
                .map(this::entry)
                .toList();
    }

    /** A version with the interaction that made it, which a history bundle must tell (FHIR R4 bdl-3). */
    private Patient entry(PatientVersion version) {
        Patient patient = translator.toFhir(version.patient());
        ResourceMetadataKeyEnum.ENTRY_TRANSACTION_METHOD.put(
                patient,
                version.operation().equals("CREATE")
                        ? BundleEntryTransactionMethodEnum.POST
                        : BundleEntryTransactionMethodEnum.PUT);
        return patient;
    }

    @Search(allowUnknownParams = true)
    public IBundleProvider search(RequestDetails request, @RawParam Map<String, List<String>> raw) {
        return page(request, StoredSearch.of("Patient", request), Cursor.START);
    }

    /** A page of a search; see {@link org.aegle.fhir.server.SearchPages}. */
    public IBundleProvider page(RequestDetails request, StoredSearch search, Cursor after) {
        return new SearchBundle(
                search,
                after,
                patients.search(
                                RequireCaller.caller(request),
                                SearchShape.request(PARAMETERS, search.parameters(), after))
                        .map(translator::toFhir));
    }

    @Create
    public MethodOutcome create(RequestDetails request, @ResourceParam Patient patient) {
        PatientView created = patients.register(
                RequireCaller.caller(request), translator.toDemographics(patient), translator.content(patient));
        return outcome(created, true);
    }

    @Update
    public MethodOutcome update(RequestDetails request, @IdParam IdType id, @ResourceParam Patient patient) {
        Caller caller = RequireCaller.caller(request);
        PatientId key = key(id);
        long version =
                id.hasVersionIdPart() ? version(id) : patients.get(caller, key).version();
        return outcome(
                patients.update(caller, key, version, translator.toDemographics(patient), translator.content(patient)),
                false);
    }

    private MethodOutcome outcome(PatientView view, boolean created) {
        Patient patient = translator.toFhir(view);
        return new MethodOutcome(patient.getIdElement(), created).setResource(patient);
    }

    private static PatientId key(IdType id) {
        if (!id.isIdPartValidLong()) {
            throw new NotFound("Patient", id.getIdPart());
        }
        return new PatientId(id.getIdPartAsLong());
    }

    private static long version(IdType id) {
        if (!id.isVersionIdPartValidLong()) {
            throw new NotFound("Patient", id.getIdPart() + "/_history/" + id.getVersionIdPart());
        }
        return id.getVersionIdPartAsLong();
    }

    private static Restriction identifier(String system, boolean systemGiven, String value) {
        return Restriction.where(
                "identifier", systemGiven ? new Match.Of(PatientIdentifier.authority(system), value) : Match.is(value));
    }
}
