package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.aegle.imaging.MetadataDocument;
import org.aegle.imaging.RetrieveScope;
import org.aegle.imaging.SeriesMetadata;
import org.aegle.refusal.NotSupported;

/** WADO-RS: metadata (PS3.18 10.4.1.1.2) from the documents kept for it, compressed as they are where that is accepted. */
@RequestScoped
@Path("/")
public class RetrieveMetadata {
    @Inject
    private SeriesMetadata metadata;

    @Inject
    private RequestCaller caller;

    @Context
    private HttpHeaders headers;

    @Context
    private Request request;

    @Context
    private UriInfo uri;

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
        MetadataForm form = AcceptedTypes.of(headers, uri).get(MetadataForm::find, MetadataForm.OFFERED);
        if (form == MetadataForm.XML_DOCUMENT && scope.findInstance().isEmpty()) {
            throw new NotSupported("a single XML document for more than one instance");
        }
        List<MetadataDocument> documents = metadata.get(caller.get(), scope);
        EntityTag tag = tag(documents, form);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged == null ? content(documents, form) : unchanged;
        return response.tag(tag)
                .header("Vary", "Accept, Accept-Encoding")
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static EntityTag tag(List<MetadataDocument> documents, MetadataForm form) {
        String versions = documents.stream().map(MetadataDocument::version).collect(Collectors.joining("."));
        return new EntityTag(form == MetadataForm.JSON ? versions : versions + "-" + form.name(), true);
    }

    private Response.ResponseBuilder content(List<MetadataDocument> documents, MetadataForm form) {
        return switch (form) {
            case JSON -> json(documents);
            case XML_PARTS -> {
                MetadataXml xml = new MetadataXml(documents, Addresses.base(uri));
                yield Response.ok((StreamingOutput) xml::writeParts).header("Content-Type", xml.contentType());
            }
            case XML_DOCUMENT -> {
                MetadataXml xml = new MetadataXml(documents, Addresses.base(uri));
                yield Response.ok((StreamingOutput) xml::writeFirst).type(MetadataForm.XML);
            }
        };
    }

    private Response.ResponseBuilder json(List<MetadataDocument> documents) {
        Response.ResponseBuilder response = documents.size() == 1 && acceptsGzip()
                ? Response.ok(documents.get(0).gzip()).header("Content-Encoding", "gzip")
                : Response.ok((StreamingOutput) out -> MetadataJson.write(documents, out));
        return response.type("application/dicom+json");
    }

    private boolean acceptsGzip() {
        return headers.getRequestHeaders().getOrDefault("Accept-Encoding", List.of()).stream()
                .anyMatch(e -> e.contains("gzip") && !e.contains("gzip;q=0"));
    }
}
