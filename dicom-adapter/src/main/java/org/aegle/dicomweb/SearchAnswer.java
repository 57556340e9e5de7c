package org.aegle.dicomweb;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.aegle.dicom.json.DicomJsonWriter;
import org.aegle.dicom.json.NativeModelWriter;
import org.aegle.dicom.json.SplicedDataset;
import org.aegle.refusal.NotSupported;
import org.aegle.search.Page;
import org.aegle.search.SearchRequest;

/**
 * The form of a search's answer (PS3.18 10.6.3): DICOM JSON, or the Native DICOM Model with a part for each result.
 *
 * @param type of the answer, or of its parts
 */
record SearchAnswer(String type) {
    private static final String JSON = "application/dicom+json";
    private static final String PLAIN_JSON = "application/json";
    private static final String XML = "application/dicom+xml";

    /** The first form that the client accepts. */
    static SearchAnswer accepted(List<AcceptedType> accepted) {
        for (AcceptedType one : accepted) {
            if (one.is(JSON)) {
                return new SearchAnswer(JSON);
            }
            if (one.is(PLAIN_JSON)) {
                return new SearchAnswer(PLAIN_JSON);
            }
            if (one.multipart() && one.is(XML)) {
                return new SearchAnswer(XML);
            }
        }
        throw new NotSupported("any type but " + JSON + ", " + PLAIN_JSON + " and multipart/related; type=\"" + XML
                + "\" for search results");
    }

    /** 200 with the results, or 204 when there are none; a Warning when there are more. PS3.18 8.3.4.4. */
    Response of(Page<SplicedDataset> page, SearchRequest request) {
        Response.ResponseBuilder response =
                page.rows().isEmpty() ? Response.noContent() : type.equals(XML) ? xml(page.rows()) : json(page.rows());
        page.total().ifPresent(total -> response.header("X-Total-Count", total));
        if (page.hasMore()) {
            String number = page.total().isPresent()
                    ? Long.toString(page.total().getAsLong()
                                    - request.offset()
                                    - page.rows().size())
                            + " "
                    : "";
            response.header(
                    "Warning", "299 Aegle: \"There are " + number + "additional results that can be requested\"");
        }
        return response.build();
    }

    private Response.ResponseBuilder json(List<SplicedDataset> found) {
        StreamingOutput body = out -> new DicomJsonWriter().writeSpliced(found.iterator(), out);
        return Response.ok(body, type);
    }

    private static Response.ResponseBuilder xml(List<SplicedDataset> found) {
        MultipartWriter multipart = new MultipartWriter(XML);
        StreamingOutput body = out -> {
            for (SplicedDataset one : found) {
                multipart.part(out, XML, part -> write(one, part));
            }
            multipart.end(out);
        };
        return Response.ok(body).header("Content-Type", multipart.contentType());
    }

    private static void write(SplicedDataset one, OutputStream out) throws IOException {
        new NativeModelWriter().write(one.read(), out);
    }
}
