package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.arrival.InstanceBatch;
import org.aegle.imaging.arrival.InstanceBatches;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreOutcome;
import org.aegle.refusal.Invalid;
import org.apache.commons.fileupload2.core.MultipartInput;

/** STOW-RS: Store Instances (PS3.18 10.5). Each part goes its way as it comes; none is held in memory. */
@RequestScoped
@Path("/")
public class StoreInstances {
    private static final String DICOM = "application/dicom";

    @Inject
    private InstanceBatches batches;

    @Inject
    private RequestCaller caller;

    @POST
    @Path("studies")
    @Consumes("multipart/related")
    @Produces({"application/dicom+json", "application/json"})
    public Response store(@HeaderParam("Content-Type") MediaType type, @Context UriInfo uri, InputStream body)
            throws IOException {
        return store(type, uri, body, "");
    }

    @POST
    @Path("studies/{study}")
    @Consumes("multipart/related")
    @Produces({"application/dicom+json", "application/json"})
    public Response storeTo(
            @PathParam("study") String study,
            @HeaderParam("Content-Type") MediaType type,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        return store(type, uri, body, new StudyInstanceUid(study).value());
    }

    private Response store(MediaType type, UriInfo uri, InputStream body, String study) throws IOException {
        requireDicom(type);
        StoreResponse answer = new StoreResponse(uri.getBaseUri().toString().replaceFirst("/$", ""));
        InstanceBatch batch = batches.begin(caller.get(), study);
        boolean whole = storeParts(parts(type, body), batch, answer);
        batch.outcomes().forEach(answer::add);
        if (!whole) {
            // What came before the break is stored; the sender learns that the rest did not come.
            if (answer.isEmpty()) {
                throw new Invalid("body", "must be multipart with the boundary that Content-Type names");
            }
            answer.add(new StoreOutcome.Refused(ObjectIdentity.UNKNOWN, RefusalReason.TRUNCATED, "multipart body"));
        }
        if (answer.isEmpty()) {
            throw new Invalid("body", "must have at least one part");
        }
        return Response.status(answer.status())
                .type("application/dicom+json")
                .entity(answer.json())
                .build();
    }

    private static MultipartInput parts(MediaType type, InputStream body) throws IOException {
        return MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(boundary(type))
                .setBufferSize(64 << 10)
                .get();
    }

    /** Whether the body ended as it should. */
    private static boolean storeParts(MultipartInput parts, InstanceBatch batch, StoreResponse answer)
            throws IOException {
        try {
            for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
                if (isDicom(parts.readHeaders())) {
                    try (InputStream part = parts.newInputStream()) {
                        batch.receive(part);
                    }
                } else {
                    parts.discardBodyData();
                    answer.add(new StoreOutcome.Refused(
                            ObjectIdentity.UNKNOWN, RefusalReason.NOT_DICOM, "part is not application/dicom"));
                }
            }
            return true;
        } catch (MultipartInput.MalformedStreamException | MultipartInput.FileUploadBoundaryException e) {
            return false;
        }
    }

    private static void requireDicom(MediaType type) {
        String of = type.getParameters().getOrDefault("type", "");
        if (!of.equals(DICOM)) {
            throw new jakarta.ws.rs.NotSupportedException(
                    "Content-Type must be multipart/related; type=\"application/dicom\"");
        }
    }

    private static byte[] boundary(MediaType type) {
        String boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new Invalid("Content-Type", "must name the boundary");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A part without a type is what the whole body says it is. */
    private static boolean isDicom(String headers) {
        for (String line : headers.split("\r?\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
                return line.substring("content-type:".length())
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(DICOM);
            }
        }
        return true;
    }
}
