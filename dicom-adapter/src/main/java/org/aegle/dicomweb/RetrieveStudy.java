package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.Retrieval;
import org.aegle.imaging.RetrieveScope;
import org.aegle.refusal.NotSupported;

/** WADO-RS: whole objects of a study, a series, an instance (PS3.18 10.4.1.1), as they were stored. */
@RequestScoped
@Path("/")
public class RetrieveStudy {
    private static final String DICOM = "application/dicom";

    @Inject
    private Retrieval retrieval;

    @Inject
    private ObjectBytes bytes;

    @Inject
    private RequestCaller caller;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @GET
    @Path("studies/{study}")
    public Response study(@BeanParam RequestedScope requested) {
        return retrieve(requested.get());
    }

    @GET
    @Path("studies/{study}/series/{series}")
    public Response series(@BeanParam RequestedScope requested) {
        return retrieve(requested.get());
    }

    @GET
    @Path("studies/{study}/series/{series}/instances/{instance}")
    public Response instance(@BeanParam RequestedScope requested) throws IOException {
        RetrieveScope scope = requested.get();
        AcceptedType accepted = accepted();
        return accepted.multipart() ? retrieve(scope) : single(scope, accepted);
    }

    private Response retrieve(RetrieveScope scope) {
        AcceptedType accepted = accepted();
        if (!accepted.multipart()) {
            throw new NotSupported(
                    "a single part for more than one object; ask for multipart/related; type=\"" + DICOM + "\"");
        }
        List<RetrievableInstance> instances = retrieval.instances(caller.get(), scope, "objects");
        instances.forEach(i -> requireSyntax(accepted, i));
        String base = uri.getBaseUri().toString().replaceFirst("/$", "");
        MultipartWriter multipart = new MultipartWriter(DICOM);
        StreamingOutput body = out -> {
            for (RetrievableInstance instance : instances) {
                try (InputStream object = bytes.open(instance)) {
                    multipart.part(out, type(instance), base + location(instance), object);
                }
            }
            multipart.end(out);
        };
        return Response.ok(body).header("Content-Type", multipart.contentType()).build();
    }

    private Response single(RetrieveScope scope, AcceptedType accepted) throws IOException {
        RetrievableInstance instance =
                retrieval.instances(caller.get(), scope, "objects").get(0);
        requireSyntax(accepted, instance);
        StreamingOutput body = out -> {
            try (InputStream object = bytes.open(instance)) {
                object.transferTo(out);
            }
        };
        Response.ResponseBuilder response = Response.ok(body);
        if (instance.isAsStored()) {
            response.header("Content-Length", instance.blob().length());
        }
        return response.header("Content-Type", type(instance))
                .header("Content-Disposition", "attachment; filename=\"" + instance.uid() + ".dcm\"")
                .build();
    }

    private AcceptedType accepted() {
        return AcceptedType.parse(
                        headers.getAcceptableMediaTypes(),
                        uri.getQueryParameters().getOrDefault("accept", List.of()))
                .stream()
                .filter(a -> a.is(DICOM))
                .findFirst()
                .orElseThrow(() -> new NotSupported("any type but " + DICOM));
    }

    private static void requireSyntax(AcceptedType accepted, RetrievableInstance instance) {
        if (!accepted.allows(instance.transferSyntaxUid())) {
            throw new NotSupported("another transfer syntax than the stored " + instance.transferSyntaxUid()
                    + "; ask for transfer-syntax=*");
        }
    }

    private static String type(RetrievableInstance instance) {
        return DICOM + "; transfer-syntax=" + instance.transferSyntaxUid();
    }

    static String location(RetrievableInstance instance) {
        return "/studies/" + instance.study() + "/series/" + instance.series() + "/instances/" + instance.uid();
    }
}
