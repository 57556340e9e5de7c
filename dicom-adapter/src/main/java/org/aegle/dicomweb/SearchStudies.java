package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.json.DicomJsonWriter;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.InstanceAttributes;
import org.aegle.imaging.InstanceSummary;
import org.aegle.imaging.Studies;
import org.aegle.search.Match;
import org.aegle.search.Page;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;

/** QIDO-RS: Search (PS3.18 10.6) for studies, series and instances, within a study or series or across all. */
@RequestScoped
@Path("/")
@Produces({"application/dicom+json", "application/json"})
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

    @GET
    @Path("studies")
    public Response studies() {
        SearchTransaction search = SearchTransaction.parse(uri.getQueryParameters());
        SearchResults results = new SearchResults(base(), search);
        return answer(
                search,
                studies.search(caller.get(), search.request().sortedBy(NEWEST_FIRST))
                        .map(results::study));
    }

    @GET
    @Path("series")
    public Response series() {
        return series(SearchTransaction.parse(uri.getQueryParameters()), false);
    }

    @GET
    @Path("studies/{study}/series")
    public Response seriesOfStudy(@PathParam("study") String study) {
        return series(within(SearchTransaction.parse(uri.getQueryParameters()), study, ""), true);
    }

    @GET
    @Path("instances")
    public Response instances() {
        return instances(SearchTransaction.parse(uri.getQueryParameters()), false, false);
    }

    @GET
    @Path("studies/{study}/instances")
    public Response instancesOfStudy(@PathParam("study") String study) {
        return instances(within(SearchTransaction.parse(uri.getQueryParameters()), study, ""), true, false);
    }

    @GET
    @Path("studies/{study}/series/{series}/instances")
    public Response instancesOfSeries(@PathParam("study") String study, @PathParam("series") String series) {
        return instances(within(SearchTransaction.parse(uri.getQueryParameters()), study, series), true, true);
    }

    private Response series(SearchTransaction search, boolean ofOneStudy) {
        SearchResults results = new SearchResults(base(), search);
        SearchRequest request = search.request().sortedBy(NEWEST_FIRST, BY_SERIES);
        return answer(search, studies.searchSeries(caller.get(), request).map(s -> results.series(s, ofOneStudy)));
    }

    private Response instances(SearchTransaction search, boolean ofOneStudy, boolean ofOneSeries) {
        SearchResults results = new SearchResults(base(), search);
        SearchRequest request = search.request().sortedBy(NEWEST_FIRST, BY_SERIES, BY_INSTANCE);
        Page<InstanceSummary> found = studies.searchInstances(caller.get(), request);
        Map<String, Attributes> own = results.needsDocuments(found.rows())
                ? attributes.getAll(
                        caller.get(),
                        found.rows().stream().map(InstanceSummary::uid).toList())
                : Map.of();
        return answer(
                search,
                found.map(i -> results.instance(
                        i, own.getOrDefault(i.uid().value(), new Attributes()), ofOneStudy, ofOneSeries)));
    }

    private static SearchTransaction within(SearchTransaction search, String study, String series) {
        SearchRequest request = search.request()
                .and(Restriction.where("StudyInstanceUID", Match.is(new StudyInstanceUid(study).value())));
        if (!series.isEmpty()) {
            request = request.and(
                    Restriction.where("SeriesInstanceUID", Match.is(new SeriesInstanceUid(series).value())));
        }
        return new SearchTransaction(request, search.included(), search.all(), search.fuzzy());
    }

    private static Response answer(SearchTransaction search, Page<Attributes> page) {
        List<Attributes> found = page.rows();
        Response.ResponseBuilder response;
        if (found.isEmpty()) {
            response = Response.noContent();
        } else {
            StreamingOutput json = out -> new DicomJsonWriter().writeArray(found.iterator(), out);
            response = Response.ok(json, "application/dicom+json");
        }
        if (search.fuzzy()) {
            response.header(
                    "Warning",
                    "299 Aegle: \"The fuzzymatching parameter is not supported."
                            + " Only literal matching has been performed.\"");
        }
        if (page.hasMore()) {
            response.header("Warning", "299 Aegle: \"There are additional results that can be requested\"");
        }
        return response.build();
    }

    private String base() {
        return uri.getBaseUri().toString().replaceFirst("/$", "");
    }
}
