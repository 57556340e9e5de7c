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
import java.util.HexFormat;
import java.util.Optional;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.imaging.BulkDataAddress;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.Retrieval;
import org.aegle.imaging.rendition.DecodedFrames;
import org.aegle.imaging.rendition.TranscodedFrames;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotSupported;

/** WADO-RS: long values at the addresses that metadata names (PS3.18 10.4.1.1.5), parts of them by Range. */
@RequestScoped
@Path("/studies/{study}/series/{series}/instances/{instance}/bulkdata")
public class RetrieveBulkValues {
    private static final String PIXEL_DATA = "7FE00010";
    private static final int TAG_BYTES = 12;

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
    @Path("{address: " + BulkDataAddress.PATTERN + "}")
    public Response value(@BeanParam RequestedScope requested, @PathParam("address") String text) {
        RetrievableInstance found = find(requested);
        BulkDataAddress address = BulkDataAddress.find(text)
                .filter(value -> bytes.holds(found, value))
                .orElseThrow(() -> new NotFound("bulk data", text));
        return answer(new BulkContent(
                tag(found, text), address.length(), from -> skipped(bytes.value(found, address), from)));
    }

    /** All frames of pixel data in fragments. */
    @GET
    @Path(PIXEL_DATA)
    public Response pixelData(@BeanParam RequestedScope requested) throws IOException {
        RetrievableInstance found = find(requested);
        int count = bytes.frameCount(found);
        TransferSyntax stored = TransferSyntax.find(found.transferSyntaxUid())
                .orElseThrow(() -> new NotSupported(found.transferSyntaxUid()));
        FrameForm form = AcceptedTypes.of(headers, uri)
                .get(
                        accepted -> FrameForm.find(accepted, stored)
                                .filter(f -> f.multipart()
                                        || count == 1
                                        || !f.syntax().encapsulated()),
                        FrameMediaTypes.of(stored) + " in " + stored.uid() + " or what it can be transcoded to");
        if (form.syntax().encapsulated()) {
            return codestreams(found, count, form);
        }
        DecodedFrames decoded = DecodedFrames.of(frames, found, count);
        return answer(new BulkContent(tag(found, PIXEL_DATA), decoded.length(), decoded::open));
    }

    private Response codestreams(RetrievableInstance found, int count, FrameForm form) throws IOException {
        byte[] first = frames.get(found, 1, form.syntax());
        if (!form.multipart()) {
            return Response.ok(first).header("Content-Type", form.mediaType()).build();
        }
        MultipartWriter multipart = new MultipartWriter(form.mediaType());
        StreamingOutput body = out -> {
            for (int number = 1; number <= count; number++) {
                byte[] frame = number == 1 ? first : frames.get(found, number, form.syntax());
                multipart.part(
                        out,
                        form.described(),
                        Addresses.of(uri, found) + "/frames/" + number,
                        new ByteArrayInputStream(frame));
            }
            multipart.end(out);
        };
        return Response.ok(body).header("Content-Type", multipart.contentType()).build();
    }

    private Response answer(BulkContent content) {
        boolean multipart = AcceptedTypes.of(headers, uri)
                .get(
                        accepted -> accepted.is(FrameMediaTypes.UNCOMPRESSED)
                                        && accepted.allows(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid())
                                ? Optional.of(accepted.multipart())
                                : Optional.empty(),
                        FrameMediaTypes.UNCOMPRESSED);
        return multipart ? content.multipart(uri.getAbsolutePath().toString()) : content.single(headers);
    }

    private RetrievableInstance find(RequestedScope requested) {
        return retrieval.instances(caller.get(), requested.get(), "bulk data").get(0);
    }

    /** What is stored never changes; the digest of the object and the place in it name the content for ever. */
    private static String tag(RetrievableInstance found, String address) {
        return "\"" + HexFormat.of().formatHex(found.blob().sha256(), 0, TAG_BYTES) + "-" + address + "\"";
    }

    private static InputStream skipped(InputStream in, long count) throws IOException {
        in.skipNBytes(count);
        return in;
    }
}
