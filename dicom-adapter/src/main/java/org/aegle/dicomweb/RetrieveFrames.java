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
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.data.UID;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.Retrieval;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotSupported;

/** WADO-RS: frames and other bulk data of an instance (PS3.18 10.4.1.1.5 and 10.4.1.1.6), one ranged read each. */
@RequestScoped
@Path("/")
public class RetrieveFrames {
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
    @Path("studies/{study}/series/{series}/instances/{instance}/frames/{frames}")
    public Response frames(@BeanParam RequestedScope requested, @PathParam("frames") String list) throws IOException {
        RetrievableInstance found = find(requested, "frames " + list);
        List<Integer> numbers = numbers(list);
        int count = bytes.frameCount(found);
        for (int number : numbers) {
            if (number > count) {
                throw new NotFound("frame", Integer.toString(number));
            }
        }
        String type = FrameMediaType.of(found.transferSyntaxUid());
        AcceptedType accepted = accepted(found, type);
        if (!accepted.multipart() && numbers.size() > 1) {
            throw new NotSupported("a single part for more than one frame");
        }
        return accepted.multipart()
                ? multipart(found, numbers, type)
                : Response.ok(bytes.frame(found, numbers.get(0)))
                        .header("Content-Type", type)
                        .build();
    }

    @GET
    @Path("studies/{study}/series/{series}/instances/{instance}/bulkdata/{offset: [0-9]{1,18}}-{length: [0-9]{1,18}}")
    public Response bulkdata(
            @BeanParam RequestedScope requested, @PathParam("offset") long offset, @PathParam("length") long length) {
        RetrievableInstance found = find(requested, "bulk data");
        AcceptedType accepted = accepted(found, FrameMediaType.UNCOMPRESSED);
        StreamingOutput single = out -> {
            try (InputStream range = bytes.range(found, offset, length)) {
                range.transferTo(out);
            }
        };
        if (!accepted.multipart()) {
            return Response.ok(single)
                    .header("Content-Type", FrameMediaType.UNCOMPRESSED)
                    .build();
        }
        MultipartWriter multipart = new MultipartWriter(FrameMediaType.UNCOMPRESSED);
        StreamingOutput body = out -> {
            try (InputStream range = bytes.range(found, offset, length)) {
                multipart.part(
                        out, FrameMediaType.UNCOMPRESSED, uri.getAbsolutePath().toString(), range);
            }
            multipart.end(out);
        };
        return Response.ok(body).header("Content-Type", multipart.contentType()).build();
    }

    private Response multipart(RetrievableInstance found, List<Integer> numbers, String type) {
        MultipartWriter multipart = new MultipartWriter(type);
        String location = uri.getBaseUri().toString().replaceFirst("/$", "") + RetrieveStudy.location(found);
        StreamingOutput body = out -> {
            for (int number : numbers) {
                byte[] frame = bytes.frame(found, number);
                multipart.part(
                        out,
                        type + "; transfer-syntax=" + frameSyntax(found),
                        location + "/frames/" + number,
                        new ByteArrayInputStream(frame));
            }
            multipart.end(out);
        };
        return Response.ok(body).header("Content-Type", multipart.contentType()).build();
    }

    private RetrievableInstance find(RequestedScope requested, String what) {
        return retrieval.instances(caller.get(), requested.get(), what).get(0);
    }

    /** octet-stream with any transfer syntax means: as it is stored. Clients in use ask for it so. */
    private AcceptedType accepted(RetrievableInstance found, String type) {
        return AcceptedType.parse(
                        headers.getAcceptableMediaTypes(),
                        uri.getQueryParameters().getOrDefault("accept", List.of()))
                .stream()
                .filter(a -> (a.is(type) && a.allows(frameSyntax(found)))
                        || (a.is(FrameMediaType.UNCOMPRESSED)
                                && a.transferSyntax().equals("*")))
                .findFirst()
                .orElseThrow(
                        () -> new NotSupported("any other form than " + type + " in " + found.transferSyntaxUid()));
    }

    /** Native frames have one form, whatever the rest of the object is encoded in (PS3.18 8.7.3.3.2). */
    private static String frameSyntax(RetrievableInstance found) {
        String stored = found.transferSyntaxUid();
        return FrameMediaType.of(stored).equals(FrameMediaType.UNCOMPRESSED) ? UID.ExplicitVRLittleEndian : stored;
    }

    private static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String one : list.split(",")) {
            if (!one.matches("[1-9][0-9]{0,7}")) {
                throw new Invalid("frames", "must be frame numbers from 1 on, separated by commas");
            }
            numbers.add(Integer.parseInt(one));
        }
        return numbers;
    }
}
