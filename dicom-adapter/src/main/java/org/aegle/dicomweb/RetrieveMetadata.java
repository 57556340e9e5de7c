package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.aegle.imaging.MetadataDocument;
import org.aegle.imaging.RetrieveScope;
import org.aegle.imaging.SeriesMetadata;

/** WADO-RS: metadata (PS3.18 10.4.1.1.2) from the documents kept for it, compressed as they are where that is accepted. */
@RequestScoped
@Path("/")
@Produces({"application/dicom+json", "application/json"})
public class RetrieveMetadata {
    @Inject
    private SeriesMetadata metadata;

    @Inject
    private RequestCaller caller;

    @Context
    private HttpHeaders headers;

    @Context
    private Request request;

    @GET
    @Path("studies/{study}/metadata")
    public Response study(@BeanParam RequestedScope requested) {
        return answer(requested.get());
    }

    @GET
    @Path("studies/{study}/series/{series}/metadata")
    public Response series(@BeanParam RequestedScope requested) {
        return answer(requested.get());
    }

    @GET
    @Path("studies/{study}/series/{series}/instances/{instance}/metadata")
    public Response instance(@BeanParam RequestedScope requested) {
        return answer(requested.get());
    }

    private Response answer(RetrieveScope scope) {
        List<MetadataDocument> documents = metadata.get(caller.get(), scope);
        EntityTag tag =
                new EntityTag(documents.stream().map(MetadataDocument::version).collect(Collectors.joining(".")), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        Response.ResponseBuilder response = documents.size() == 1 && acceptsGzip()
                ? Response.ok(documents.get(0).gzip()).header("Content-Encoding", "gzip")
                : Response.ok((StreamingOutput) out -> write(documents, out));
        return response.type("application/dicom+json")
                .tag(tag)
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    /** The arrays of all series as one. */
    private static void write(List<MetadataDocument> documents, OutputStream out) throws IOException {
        out.write('[');
        boolean first = true;
        for (MetadataDocument document : documents) {
            byte[] array = unpack(document);
            if (!first) {
                out.write(',');
            }
            out.write(array, 1, array.length - 2);
            first = false;
        }
        out.write(']');
    }

    private static byte[] unpack(MetadataDocument document) throws IOException {
        try (InputStream json = new GZIPInputStream(new ByteArrayInputStream(document.gzip()))) {
            return json.readAllBytes();
        }
    }

    private boolean acceptsGzip() {
        return headers.getRequestHeaders().getOrDefault("Accept-Encoding", List.of()).stream()
                .anyMatch(e -> e.contains("gzip") && !e.contains("gzip;q=0"));
    }
}
