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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.Retrieval;
import org.aegle.imaging.RetrieveScope;
import org.aegle.imaging.rendition.ObjectContent;
import org.aegle.imaging.rendition.TranscodedObjects;
import org.aegle.imaging.transfer.Door;
import org.aegle.refusal.NotSupported;

/** WADO-RS: whole objects of a study, a series, an instance (PS3.18 10.4.1.1), in the transfer syntax that is accepted. */
@RequestScoped
@Path("/")
public class RetrieveStudy {
    private static final System.Logger LOG = System.getLogger(RetrieveStudy.class.getName());

    @Inject
    private Retrieval retrieval;

    @Inject
    private TranscodedObjects objects;

    @Inject
    private ReadAhead ahead;

    @Inject
    private FileSets fileSets;

    @Inject
    private LoggedTransfers transfers;

    @Inject
    private RequestCaller caller;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @GET
    @Path("studies/{study}")
    public Response study(@BeanParam RequestedScope requested) throws IOException {
        return retrieve(requested.get());
    }

    @GET
    @Path("studies/{study}/series/{series}")
    public Response series(@BeanParam RequestedScope requested) throws IOException {
        return retrieve(requested.get());
    }

    @GET
    @Path("studies/{study}/series/{series}/instances/{instance}")
    public Response instance(@BeanParam RequestedScope requested) throws IOException {
        return retrieve(requested.get());
    }

    private Response retrieve(RetrieveScope scope) throws IOException {
        AcceptedTypes accepted = AcceptedTypes.of(headers, uri);
        List<RetrievableInstance> instances = retrieval.instances(caller.get(), scope, "objects");
        ObjectForm form = ObjectForm.of(accepted, instances.size());
        return switch (form.container()) {
            case PARTS -> multipart(instances, form);
            case SINGLE -> single(instances.get(0), form.syntax(instances.get(0)));
            case FILE_SET ->
                fileSets.zip(instances, scope.uids().get(scope.uids().size() - 1));
        };
    }

    private Response multipart(List<RetrievableInstance> instances, ObjectForm form) throws IOException {
        List<Callable<Part>> parts = new ArrayList<>();
        for (RetrievableInstance instance : instances) {
            TransferSyntax syntax = form.syntax(instance);
            parts.add(() -> new Part(instance, content(instance, syntax)));
        }
        if (instances.size() == 1) {
            objects.begin(instances.get(0), form.syntax(instances.get(0)));
        }
        MultipartWriter multipart = new MultipartWriter(ObjectForm.DICOM);
        StreamingOutput body = transfers.send(Door.WADO, (out, sent) -> {
            ahead.forEach(parts, part -> {
                multipart.begin(out, type(part.content()), Addresses.of(uri, part.instance()));
                part.content().writing().writeTo(out);
                multipart.endPart(out);
                sent.accept(part.instance());
            });
            multipart.end(out);
        });
        return Response.ok(body)
                .header("Content-Type", multipart.contentType())
                .header("Vary", "Accept")
                .build();
    }

    /** One whose pixels turn out to be rotten comes as it is, and says so, rather than keeping the others back. */
    private ObjectContent content(RetrievableInstance instance, TransferSyntax syntax) throws IOException {
        try {
            return objects.ready(instance, syntax);
        } catch (NotSupported e) {
            LOG.log(System.Logger.Level.INFO, "Sent as stored: {0}", e.getMessage());
            return objects.stored(instance);
        }
    }

    private Response single(RetrievableInstance instance, TransferSyntax syntax) throws IOException {
        ObjectContent content = objects.begin(instance, syntax);
        StreamingOutput body = transfers.send(Door.WADO, (out, sent) -> {
            content.writing().writeTo(out);
            sent.accept(instance);
        });
        Response.ResponseBuilder response = Response.ok(body)
                .header("Content-Type", type(content))
                .header("Vary", "Accept")
                .header("Content-Disposition", "attachment; filename=\"" + instance.uid() + ".dcm\"");
        return content.length() == ObjectContent.UNKNOWN
                ? response.build()
                : response.header("Content-Length", content.length()).build();
    }

    private record Part(RetrievableInstance instance, ObjectContent content) {}

    private static String type(ObjectContent content) {
        return ObjectForm.DICOM + "; transfer-syntax=" + content.transferSyntaxUid();
    }
}
