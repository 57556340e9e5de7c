package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.Retrieval;
import org.aegle.imaging.rendition.TranscodedFrames;
import org.aegle.refusal.NotSupported;

/** WADO-RS: frames of an instance (PS3.18 10.4.1.1.6), as stored one ranged read each, else transcoded. */
@RequestScoped
@Path("/")
public class RetrieveFrames {
    @Inject
    private Retrieval retrieval;

    @Inject
    private ObjectBytes bytes;

    @Inject
    private TranscodedFrames frames;

    @Inject
    private RequestCaller caller;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @GET
    @Path("studies/{study}/series/{series}/instances/{instance}/frames/{frames}")
    public Response frames(@BeanParam RequestedScope requested, @PathParam("frames") String list) throws IOException {
        RetrievableInstance found = retrieval
                .instances(caller.get(), requested.get(), "frames " + list)
                .get(0);
        List<Integer> numbers = FrameNumbers.parse(list, bytes.frameCount(found));
        FrameForm form = form(found, numbers.size());
        byte[] first = frames.get(found, numbers.get(0), form.syntax());
        return form.multipart()
                ? multipart(found, numbers, first, form)
                : Response.ok(first)
                        .header("Content-Type", form.mediaType())
                        .header("Vary", "Accept")
                        .build();
    }

    private FrameForm form(RetrievableInstance found, int count) {
        TransferSyntax stored = TransferSyntax.find(found.transferSyntaxUid())
                .orElseThrow(() -> new NotSupported(found.transferSyntaxUid()));
        return AcceptedTypes.of(headers, uri)
                .get(
                        accepted -> FrameForm.find(accepted, stored).filter(form -> form.multipart() || count == 1),
                        (count > 1 ? "multipart/related for several frames, " : "")
                                + FrameMediaTypes.of(stored) + " in " + stored.uid()
                                + " or what it can be transcoded to");
    }

    private Response multipart(RetrievableInstance found, List<Integer> numbers, byte[] first, FrameForm form) {
        MultipartWriter multipart = new MultipartWriter(form.mediaType());
        String location = Addresses.of(uri, found) + "/frames/";
        StreamingOutput body = out -> {
            byte[] frame = first;
            for (int i = 0; i < numbers.size(); i++) {
                int number = numbers.get(i);
                if (i > 0) {
                    frame = frames.get(found, number, form.syntax());
                }
                multipart.part(out, form.described(), location + number, new ByteArrayInputStream(frame));
            }
            multipart.end(out);
        };
        return Response.ok(body)
                .header("Content-Type", multipart.contentType())
                .header("Vary", "Accept")
                .build();
    }
}
