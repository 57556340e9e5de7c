package org.aegle.fhir.imaging;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.RawParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aegle.access.Caller;
import org.aegle.fhir.search.FhirParameter;
import org.aegle.fhir.search.SearchBundle;
import org.aegle.fhir.search.SearchShape;
import org.aegle.fhir.search.StoredSearch;
import org.aegle.fhir.search.TypeParameters;
import org.aegle.fhir.server.RequireCaller;
import org.aegle.id.MalformedUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.InstanceSummary;
import org.aegle.imaging.SeriesSummary;
import org.aegle.imaging.Studies;
import org.aegle.imaging.StudySummary;
import org.aegle.refusal.NotFound;
import org.aegle.search.Cursor;
import org.aegle.search.Match;
import org.aegle.search.Page;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ImagingStudy;

/** FHIR R4 ImagingStudy: a view of what was received by DICOM; its id is the Study Instance UID. */
@Dependent
public class ImagingStudyProvider implements IResourceProvider {
    public static final TypeParameters PARAMETERS = new TypeParameters(
            "ImagingStudy",
            List.of(
                    new FhirParameter("_id", FhirParameter.Kind.TOKEN, "StudyInstanceUID", "Study Instance UID"),
                    new FhirParameter(
                            "identifier",
                            FhirParameter.Kind.IDENTIFIER,
                            "StudyInstanceUID",
                            "urn:dicom:uid|urn:oid:UID, or an Accession Number"),
                    new FhirParameter("patient", FhirParameter.Kind.REFERENCE, "Patient", "Patient/ID"),
                    new FhirParameter("subject", FhirParameter.Kind.REFERENCE, "Patient", "Patient/ID"),
                    new FhirParameter("started", FhirParameter.Kind.DATE, "StudyDate", "Study Date"),
                    new FhirParameter(
                            "modality", FhirParameter.Kind.TOKEN, "ModalitiesInStudy", "Modality of any series")),
            ImagingStudyProvider::identifier,
            Map.of("started", "StudyDate"));

    private static final int ALL = 100_000;

    @Inject
    private Studies studies;

    @Inject
    private ImagingStudyTranslator translator;

    @Override
    public Class<ImagingStudy> getResourceType() {
        return ImagingStudy.class;
    }

    @Read
    public ImagingStudy read(RequestDetails request, @IdParam IdType id) {
        Caller caller = RequireCaller.caller(request);
        StudyInstanceUid uid = uid(id);
        StudySummary study = studies.get(caller, uid);
        SearchRequest ofStudy =
                SearchRequest.all(ALL).and(Restriction.where("StudyInstanceUID", Match.is(uid.value())));
        Map<String, List<InstanceSummary>> instances =
                studies.searchInstances(caller, ofStudy.sortedBy(new Sort("InstanceNumber", false))).rows().stream()
                        .collect(Collectors.groupingBy(i -> i.series().value()));
        return translator.toFhir(base(request), study, studies.series(caller, uid), instances);
    }

    @Search(allowUnknownParams = true)
    public IBundleProvider search(RequestDetails request, @RawParam Map<String, List<String>> raw) {
        return page(request, StoredSearch.of("ImagingStudy", request), Cursor.START);
    }

    /** A page of a search; see {@link org.aegle.fhir.server.SearchPages}. */
    public IBundleProvider page(RequestDetails request, StoredSearch search, Cursor after) {
        Caller caller = RequireCaller.caller(request);
        Page<StudySummary> found = studies.search(caller, SearchShape.request(PARAMETERS, search.parameters(), after));
        Map<String, List<SeriesSummary>> series = series(caller, found.rows());
        return new SearchBundle(
                search,
                after,
                found.map(study -> translator.toFhir(
                        base(request), study, series.getOrDefault(study.uid().value(), List.of()), Map.of())));
    }

    private Map<String, List<SeriesSummary>> series(Caller caller, List<StudySummary> found) {
        if (found.isEmpty()) {
            return Map.of();
        }
        List<String> uids = found.stream().map(s -> s.uid().value()).toList();
        return studies
                .searchSeries(
                        caller,
                        SearchRequest.all(ALL)
                                .and(Restriction.where("StudyInstanceUID", new Match.Exactly(uids)))
                                .sortedBy(new Sort("SeriesNumber", false)))
                .rows()
                .stream()
                .collect(Collectors.groupingBy(s -> s.study().value()));
    }

    /** The address that FHIR and DICOMweb have in common. */
    private static String base(RequestDetails request) {
        return request.getFhirServerBase().replaceFirst("/fhir/r4/?$", "");
    }

    private static StudyInstanceUid uid(IdType id) {
        try {
            return new StudyInstanceUid(id.getIdPart());
        } catch (MalformedUid e) {
            throw new NotFound("ImagingStudy", id.getIdPart());
        }
    }

    private static Restriction identifier(String system, boolean systemGiven, String value) {
        String uid = value.startsWith("urn:oid:") ? value.substring("urn:oid:".length()) : value;
        Restriction byUid = Restriction.where("StudyInstanceUID", Match.is(uid));
        Restriction byAccession = Restriction.where("AccessionNumber", Match.is(value));
        if (!systemGiven) {
            return new Restriction.AnyOf(List.of(byUid, byAccession));
        }
        return system.equals("urn:dicom:uid") ? byUid : byAccession;
    }
}
