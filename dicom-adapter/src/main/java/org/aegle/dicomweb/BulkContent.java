package org.aegle.dicomweb;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Bytes of a known length that can be given whole or in part.
 *
 * @param tag strong entity tag, in quotes
 * @param length bytes
 * @param source opens them
 */
record BulkContent(String tag, long length, Source source) {
    /** Where the bytes come from. */
    @FunctionalInterface
    interface Source {
        /** A stream from a byte on, counted from 0. */
        InputStream open(long first) throws IOException;
    }

    /** All of it as the only part of multipart/related, for which there are no ranges. */
    Response multipart(String location) {
        MultipartWriter multipart = new MultipartWriter(FrameMediaTypes.UNCOMPRESSED);
        StreamingOutput body = out -> {
            try (InputStream in = source.open(0)) {
                multipart.part(out, FrameMediaTypes.UNCOMPRESSED, location, in);
            }
            multipart.end(out);
        };
        return Response.ok(body)
                .header("Content-Type", multipart.contentType())
                .header("Vary", "Accept")
                .build();
    }

    /** What the request asks for: nothing when it is known, a part, or all (RFC 9110 13 and 14). */
    Response single(HttpHeaders headers) {
        if (tag.equals(headers.getHeaderString("If-None-Match"))) {
            return described(Response.notModified()).build();
        }
        String condition = headers.getHeaderString("If-Range");
        Optional<RequestedRange> range = condition == null || condition.equals(tag)
                ? RequestedRange.find(headers.getHeaderString("Range"), length)
                : Optional.empty();
        if (range.isEmpty()) {
            return described(Response.ok(part(0, length)))
                    .header("Content-Length", length)
                    .build();
        }
        RequestedRange wanted = range.get();
        if (wanted.length() == 0) {
            return Problem.of(416, "Range not satisfiable", "the content has " + length + " bytes")
                    .response()
                    .header("Content-Range", "bytes */" + length)
                    .build();
        }
        return described(Response.status(Response.Status.PARTIAL_CONTENT).entity(part(wanted.first(), wanted.length())))
                .header("Content-Length", wanted.length())
                .header("Content-Range", wanted.contentRange(length))
                .build();
    }

    private Response.ResponseBuilder described(Response.ResponseBuilder response) {
        return response.header("Content-Type", FrameMediaTypes.UNCOMPRESSED)
                .header("Accept-Ranges", "bytes")
                .header("ETag", tag)
                .header("Vary", "Accept")
                .header("Cache-Control", "private, no-cache");
    }

    private StreamingOutput part(long first, long count) {
        return out -> {
            try (InputStream in = source.open(first)) {
                byte[] buffer = new byte[1 << 16];
                long rest = count;
                while (rest > 0) {
                    int read = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
                    if (read < 0) {
                        throw new IOException("the value ends " + rest + " bytes early");
                    }
                    out.write(buffer, 0, read);
                    rest -= read;
                }
            }
        };
    }
}
