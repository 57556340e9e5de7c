package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.aegle.change.ChangePage;
import org.aegle.change.NumberedChange;
import org.aegle.imaging.Changes;
import org.aegle.refusal.Invalid;

/**
 * The change feed in JSON: {@code GET /changes?since=N&limit=M} gives what was stored, changed and deleted after number
 * N, in an order without gaps that never changes. A service of ours; PS3.18 has none like it.
 */
@RequestScoped
@Path("changes")
public class ChangeFeed {
    @Inject
    private Changes changes;

    @Inject
    private RequestCaller caller;

    @GET
    @Produces("application/json")
    public String read(
            @QueryParam("since") @DefaultValue("0") String since,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        int most = (int) Math.min(number("limit", limit), Integer.MAX_VALUE);
        ChangePage page = changes.since(caller.get(), number("since", since), most);
        JsonArrayBuilder array = Json.createArrayBuilder();
        page.changes().forEach(change -> array.add(json(change)));
        return Json.createObjectBuilder()
                .add("changes", array)
                .add("last", page.last())
                .add("more", page.more())
                .build()
                .toString();
    }

    private static JsonObject json(NumberedChange numbered) {
        return Json.createObjectBuilder()
                .add("number", numbered.number())
                .add("action", numbered.change().action().name().toLowerCase(Locale.ROOT))
                .add("at", numbered.at().toString())
                .add("StudyInstanceUID", numbered.change().studyInstanceUid())
                .add("SeriesInstanceUID", numbered.change().seriesInstanceUid())
                .add("SOPInstanceUID", numbered.change().sopInstanceUid())
                .add("SOPClassUID", numbered.change().sopClassUid())
                .build();
    }

    private static long number(String name, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Invalid(name, "must be a whole number");
        }
        return Long.parseLong(text);
    }
}
