package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.json.SplicedDataset;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.ImagingLevel;
import org.aegle.imaging.ImagingMatch;
import org.aegle.imaging.InstanceAttributes;
import org.aegle.imaging.Studies;
import org.aegle.refusal.TooLarge;
import org.aegle.search.Match;
import org.aegle.search.Page;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;

/** QIDO-RS: Search (PS3.18 10.6) for studies, series and instances, within a study or series or across all. */
@RequestScoped
@Path("/")
public class SearchStudies {
    private static final Sort NEWEST_FIRST = new Sort("StudyDate", true);
    private static final Sort BY_SERIES = new Sort("SeriesNumber", false);
    private static final Sort BY_INSTANCE = new Sort("InstanceNumber", false);

    @Inject
    private Studies studies;

    @Inject
    private InstanceAttributes attributes;

    @Inject
    private RequestCaller caller;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @GET
    @Path("studies")
    public Response studies() {
        SearchTransaction search = parse(ImagingLevel.STUDY);
        SearchResults results = new SearchResults(base(), search, ImagingLevel.PATIENT, ImagingLevel.STUDY);
        return answer(search, request -> studies.find(caller.get(), ImagingLevel.STUDY, request.sortedBy(NEWEST_FIRST))
                .map(results::of));
    }

    @GET
    @Path("series")
    public Response series() {
        return series(parse(ImagingLevel.SERIES), false);
    }

    @GET
    @Path("studies/{study}/series")
    public Response seriesOfStudy(@PathParam("study") String study) {
        return series(parse(ImagingLevel.SERIES).within(of(study)), true);
    }

    @GET
    @Path("instances")
    public Response instances() {
        return instances(parse(ImagingLevel.INSTANCE), false, false);
    }

    @GET
    @Path("studies/{study}/instances")
    public Response instancesOfStudy(@PathParam("study") String study) {
        return instances(parse(ImagingLevel.INSTANCE).within(of(study)), true, false);
    }

    @GET
    @Path("studies/{study}/series/{series}/instances")
    public Response instancesOfSeries(@PathParam("study") String study, @PathParam("series") String series) {
        Restriction ofSeries = Restriction.where("SeriesInstanceUID", Match.is(new SeriesInstanceUid(series).value()));
        return instances(parse(ImagingLevel.INSTANCE).within(of(study)).within(ofSeries), true, true);
    }

    private SearchTransaction parse(ImagingLevel level) {
        return SearchTransaction.parse(level, uri.getQueryParameters());
    }

    private static Restriction of(String study) {
        return Restriction.where("StudyInstanceUID", Match.is(new StudyInstanceUid(study).value()));
    }

    private Response series(SearchTransaction search, boolean ofOneStudy) {
        SearchResults results = ofOneStudy
                ? new SearchResults(base(), search, ImagingLevel.SERIES)
                : new SearchResults(base(), search, ImagingLevel.PATIENT, ImagingLevel.STUDY, ImagingLevel.SERIES);
        return answer(search, request -> studies.find(
                        caller.get(), ImagingLevel.SERIES, request.sortedBy(NEWEST_FIRST, BY_SERIES))
                .map(results::of));
    }

    private Response instances(SearchTransaction search, boolean ofOneStudy, boolean ofOneSeries) {
        List<ImagingLevel> levels = new ArrayList<>(List.of(ImagingLevel.INSTANCE));
        if (!ofOneStudy) {
            levels.addAll(List.of(ImagingLevel.PATIENT, ImagingLevel.STUDY));
        }
        if (!ofOneSeries) {
            levels.add(ImagingLevel.SERIES);
        }
        SearchResults results = new SearchResults(base(), search, levels.toArray(ImagingLevel[]::new));
        return answer(search, request -> instances(results, request.sortedBy(NEWEST_FIRST, BY_SERIES, BY_INSTANCE)));
    }

    private Page<SplicedDataset> instances(SearchResults results, SearchRequest request) {
        Page<ImagingMatch> found = studies.find(caller.get(), ImagingLevel.INSTANCE, request);
        if (!results.needsDocuments()) {
            return found.map(results::of);
        }
        List<SopInstanceUid> uids =
                found.rows().stream().map(m -> new SopInstanceUid(m.instance())).toList();
        Map<String, Attributes> own = attributes.getAll(caller.get(), uids);
        return found.map(match -> results.of(match, own));
    }

    private Response answer(SearchTransaction search, Function<SearchRequest, Page<SplicedDataset>> results) {
        SearchAnswer answer =
                SearchAnswer.accepted(AcceptedTypes.of(headers, uri).types());
        Page<SplicedDataset> page = results.apply(search.request());
        if (page.hasMore() && !search.limited()) {
            page = all(search, results);
        }
        return answer.of(page, search.request());
    }

    /** Who sets no limit expects all results, and is not to take a part of them for all. PS3.18 8.3.4.4. */
    private static Page<SplicedDataset> all(
            SearchTransaction search, Function<SearchRequest, Page<SplicedDataset>> results) {
        Page<SplicedDataset> page = results.apply(search.request().limitedTo(SearchTransaction.MAXIMUM_RESULTS));
        if (page.hasMore()) {
            throw new TooLarge(
                    "results without a limit parameter; narrow the search, or ask page by page with limit and offset",
                    SearchTransaction.MAXIMUM_RESULTS);
        }
        return page;
    }

    private String base() {
        return uri.getBaseUri().toString().replaceFirst("/$", "");
    }
}
