package org.aegle.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.rendition.PictureRequest;
import org.aegle.imaging.rendition.RenderedFrames;
import org.aegle.refusal.NotSupported;

/** Answers of pictures. */
@ApplicationScoped
public class RenderedPictures {
    private static final System.Logger LOG = System.getLogger(RenderedPictures.class.getName());

    @Inject
    private RenderedFrames frames;

    /** What a picture is of; frames count from 1. */
    public record Picture(RetrievableInstance image, int frame) {}

    public Response single(Picture shown, PictureRequest request) throws IOException {
        return Response.ok(frames.get(shown.image(), request.ofFrame(shown.frame())))
                .header("Content-Type", request.type().mediaType())
                .header("Vary", "Accept")
                .header("Cache-Control", "private, max-age=300")
                .build();
    }

    /** One after the other; of several, those that cannot be decoded are left out. */
    public Response multipart(List<Picture> shown, PictureRequest request, UriInfo uri) throws IOException {
        MultipartWriter multipart = new MultipartWriter(request.type().mediaType());
        if (shown.size() == 1) {
            frames.get(shown.get(0).image(), request.ofFrame(shown.get(0).frame()));
        }
        StreamingOutput body = out -> {
            for (Picture one : shown) {
                write(one, request, new Part(multipart, uri, out));
            }
            multipart.end(out);
        };
        return Response.ok(body)
                .header("Content-Type", multipart.contentType())
                .header("Vary", "Accept")
                .build();
    }

    private record Part(MultipartWriter multipart, UriInfo uri, OutputStream out) {}

    private void write(Picture one, PictureRequest request, Part part) throws IOException {
        byte[] file;
        try {
            file = frames.get(one.image(), request.ofFrame(one.frame()));
        } catch (NotSupported e) {
            LOG.log(System.Logger.Level.DEBUG, "left out: {0}", e.getMessage());
            return;
        }
        part.multipart()
                .part(
                        part.out(),
                        request.type().mediaType(),
                        Addresses.of(part.uri(), one.image()) + "/frames/" + one.frame() + "/rendered",
                        new ByteArrayInputStream(file));
    }
}
