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
import java.util.Locale;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.arrival.InstanceBatch;
import org.aegle.imaging.arrival.InstanceBatches;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreOutcome;
import org.aegle.refusal.Invalid;

/** STOW-RS: Store Instances (PS3.18 10.5). Each part goes its way as it comes; none is held in memory. */
@RequestScoped
@Path("/")
public class StoreInstances {
    private static final String DICOM = "application/dicom";

    /** RFC 2046 allows 70; some senders take more. */
    private static final int LONGEST_BOUNDARY = 200;

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
        boolean whole = storeParts(new MultipartReader(body, boundary(type)), batch, answer);
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

    /** Whether the body ended as it should. */
    private static boolean storeParts(MultipartReader parts, InstanceBatch batch, StoreResponse answer)
            throws IOException {
        try {
            while (parts.next()) {
                if (isDicom(parts.contentType())) {
                    batch.receive(parts.content());
                } else {
                    answer.add(new StoreOutcome.Refused(
                            ObjectIdentity.UNKNOWN, RefusalReason.NOT_DICOM, "part is not application/dicom"));
                }
            }
            return true;
        } catch (MultipartReader.Broken e) {
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

    private static String boundary(MediaType type) {
        String boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new Invalid("Content-Type", "must name the boundary, of at most " + LONGEST_BOUNDARY + " characters");
        }
        return boundary;
    }

    /** A part without a type is what the whole body says it is. */
    private static boolean isDicom(String contentType) {
        return contentType.isEmpty() || contentType.toLowerCase(Locale.ROOT).startsWith(DICOM);
    }
}
