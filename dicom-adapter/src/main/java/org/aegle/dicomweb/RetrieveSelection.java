package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.Retrieval;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.search.Match;
import org.aegle.search.Restriction;

/**
 * A zip of what is chosen: studies, series and instances by their UIDs, each parameter once or more often, also as a list
 * with commas. All that is named must be there. An addition to the standard, which knows a zip of one resource only.
 */
@RequestScoped
@Path("zip")
public class RetrieveSelection {
    private static final int MOST_UIDS = 1000;

    @Inject
    private Retrieval retrieval;

    @Inject
    private FileSets fileSets;

    @Inject
    private RequestCaller caller;

    @GET
    public Response zip(
            @QueryParam("StudyInstanceUID") List<String> studies,
            @QueryParam("SeriesInstanceUID") List<String> series,
            @QueryParam("SOPInstanceUID") List<String> instances) {
        Map<String, RetrievableInstance> chosen = new LinkedHashMap<>();
        add(chosen, new Chosen("StudyInstanceUID", uids(studies, StudyInstanceUid::new), i -> i.study()
                .value()));
        add(chosen, new Chosen("SeriesInstanceUID", uids(series, SeriesInstanceUid::new), i -> i.series()
                .value()));
        add(chosen, new Chosen("SOPInstanceUID", uids(instances, SopInstanceUid::new), i -> i.uid()
                .value()));
        if (chosen.isEmpty()) {
            throw new Invalid("StudyInstanceUID", "or SeriesInstanceUID or SOPInstanceUID must say what is chosen");
        }
        return fileSets.zip(new ArrayList<>(chosen.values()), "selection");
    }

    private record Chosen(String parameter, List<String> uids, Function<RetrievableInstance, String> uid) {}

    private void add(Map<String, RetrievableInstance> all, Chosen chosen) {
        if (chosen.uids().isEmpty()) {
            return;
        }
        List<RetrievableInstance> found = retrieval.matching(
                caller.get(),
                List.of(Restriction.where(chosen.parameter(), new Match.Exactly(chosen.uids()))),
                "file set");
        Set<String> missing = new LinkedHashSet<>(chosen.uids());
        for (RetrievableInstance instance : found) {
            missing.remove(chosen.uid().apply(instance));
            all.putIfAbsent(instance.uid().value(), instance);
        }
        if (!missing.isEmpty()) {
            throw new NotFound("object", String.join(", ", missing));
        }
    }

    /** Refuses with {@link org.aegle.id.MalformedUid} what is no UID. */
    private static List<String> uids(List<String> values, Function<String, ?> check) {
        List<String> uids = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .distinct()
                .toList();
        if (uids.size() > MOST_UIDS) {
            throw new Invalid("UIDs", "must be " + MOST_UIDS + " of a kind at most");
        }
        uids.forEach(check::apply);
        return uids;
    }
}
