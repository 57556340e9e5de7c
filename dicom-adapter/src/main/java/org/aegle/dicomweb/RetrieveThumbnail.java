package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.aegle.imaging.RetrieveScope;
import org.aegle.imaging.Thumbnails;
import org.aegle.refusal.Invalid;

/** WADO-RS: thumbnails of a study, a series, an instance, a frame (PS3.18 10.4.1.1.4). */
@RequestScoped
@Path("/")
@Produces("image/jpeg")
public class RetrieveThumbnail {
    private static final int DEFAULT_SIZE = 192;

    @Inject
    private Thumbnails thumbnails;

    @Inject
    private RequestCaller caller;

    @GET
    @Path("studies/{study}/thumbnail")
    public Response study(@BeanParam RequestedScope requested, @QueryParam("viewport") String viewport)
            throws IOException {
        return answer(requested.get(), viewport);
    }

    @GET
    @Path("studies/{study}/series/{series}/thumbnail")
    public Response series(@BeanParam RequestedScope requested, @QueryParam("viewport") String viewport)
            throws IOException {
        return answer(requested.get(), viewport);
    }

    @GET
    @Path("studies/{study}/series/{series}/instances/{instance}/thumbnail")
    public Response instance(@BeanParam RequestedScope requested, @QueryParam("viewport") String viewport)
            throws IOException {
        return answer(requested.get(), viewport);
    }

    @GET
    @Path("studies/{study}/series/{series}/instances/{instance}/frames/{frame}/thumbnail")
    public Response frame(
            @BeanParam RequestedScope requested,
            @PathParam("frame") String frame,
            @QueryParam("viewport") String viewport)
            throws IOException {
        int number = FrameNumbers.single(frame);
        RetrieveScope.OfInstance scope = (RetrieveScope.OfInstance) requested.get();
        return answer(thumbnails.frame(caller.get(), scope, number, size(viewport)));
    }

    private Response answer(RetrieveScope scope, String viewport) throws IOException {
        return answer(thumbnails.jpeg(caller.get(), scope, size(viewport)));
    }

    private static Response answer(byte[] jpeg) {
        return Response.ok(jpeg, "image/jpeg")
                .header("Cache-Control", "private, max-age=300")
                .build();
    }

    /** The longer side of the viewport (PS3.18 8.3.5.1.3). */
    private static int size(String viewport) {
        if (viewport == null) {
            return DEFAULT_SIZE;
        }
        if (!viewport.matches("[1-9][0-9]{0,4},[1-9][0-9]{0,4}")) {
            throw new Invalid("viewport", "must be width,height in pixels");
        }
        String[] sides = viewport.split(",");
        return Math.max(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}
