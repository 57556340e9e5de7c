package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Stream;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.arrival.DescribedInstances;
import org.aegle.imaging.arrival.InstanceBatch;
import org.aegle.imaging.arrival.InstanceBatches;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreOutcome;
import org.aegle.refusal.Invalid;

/**
 * STOW-RS: Store Instances (PS3.18 10.5), as objects or as metadata with bulk data. Each part goes its way as it comes;
 * none is held in memory.
 */
@RequestScoped
@Path("/")
public class StoreInstances {
    /** RFC 2046 allows 70; some senders take more. */
    private static final int LONGEST_BOUNDARY = 200;

    private static final String JSON = "application/dicom+json";
    private static final String XML = "application/dicom+xml";

    @Inject
    private InstanceBatches batches;

    @Inject
    private LoggedTransfers transfers;

    @Inject
    private RequestCaller caller;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    @Path("studies")
    public Response store(@HeaderParam("Content-Type") String type, InputStream body) throws IOException {
        return store(type, body, "");
    }

    @POST
    @Path("studies/{study}")
    public Response storeTo(
            @PathParam("study") String study, @HeaderParam("Content-Type") String type, InputStream body)
            throws IOException {
        return store(type, body, new StudyInstanceUid(study).value());
    }

    private Response store(String contentType, InputStream body, String study) throws IOException {
        try (LoggedArrival arrival = transfers.receive()) {
            try {
                return store(contentType, arrival.count(body), study, arrival);
            } catch (IOException | RuntimeException e) {
                arrival.failed(e);
                throw e;
            }
        }
    }

    private Response store(String contentType, InputStream body, String study, LoggedArrival arrival)
            throws IOException {
        MediaType type = multipart(contentType);
        String answerType = answerType();
        StoredParts.Kind kind = kind(type);
        MultipartReader parts = new MultipartReader(body, boundary(type));
        StoreResponse answer = new StoreResponse(uri.getBaseUri().toString().replaceFirst("/$", ""));
        boolean whole;
        try (InstanceBatch batch = batches.begin(caller.get(), study);
                DescribedInstances described = batches.describe(batch)) {
            whole = new StoredParts(kind, batch, described).store(parts);
            batch.outcomes().forEach(outcome -> {
                answer.add(outcome);
                arrival.add(outcome);
            });
        }
        if (!whole) {
            // What came before the break is stored; the sender learns that the rest did not come.
            if (answer.isEmpty()) {
                throw new Invalid("body", "must be multipart with the boundary that Content-Type names");
            }
            arrival.truncated();
            answer.add(new StoreOutcome.Refused(ObjectIdentity.UNKNOWN, RefusalReason.TRUNCATED, "multipart body"));
        }
        if (answer.isEmpty()) {
            throw new Invalid("body", "must have at least one part");
        }
        arrival.answered(whole);
        StreamingOutput module = answerType.equals(XML) ? answer::writeXml : answer::writeJson;
        return Response.status(answer.status()).type(answerType).entity(module).build();
    }

    private static MediaType multipart(String contentType) {
        try {
            MediaType type = MediaType.valueOf(contentType == null ? "" : contentType);
            String full = type.getType() + "/" + type.getSubtype();
            if (full.equalsIgnoreCase("multipart/related")) {
                return type;
            }
        } catch (IllegalArgumentException noType) {
            // Refused like any other type.
        }
        throw new NotSupportedException("Content-Type must be multipart/related with type=\"application/dicom\", \""
                + JSON + "\" or \"" + XML + "\"; single parts are not stored");
    }

    private static StoredParts.Kind kind(MediaType type) {
        String root = type.getParameters().getOrDefault("type", "");
        return StoredParts.Kind.of(root.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new NotSupportedException("Content-Type must have type=\"application/dicom\", \""
                        + JSON + "\" or \"" + XML + "\", but has " + (root.isEmpty() ? "none" : root)));
    }

    private static String boundary(MediaType type) {
        String boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new Invalid("Content-Type", "must name the boundary, of at most " + LONGEST_BOUNDARY + " characters");
        }
        return boundary;
    }

    /** Told before anything is stored. PS3.18 10.5.3. */
    private String answerType() {
        return AcceptedTypes.of(headers, uri)
                .get(
                        accepted -> Stream.of(JSON, "application/json", XML)
                                .filter(accepted::is)
                                .findFirst(),
                        JSON + ", application/json and " + XML + " for a store response");
    }
}
