package org.aegle.dicomweb;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;

/** A problem as JSON (RFC 9457). */
record Problem(int status, String title, String detail) {
    static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail);
    }

    Response.ResponseBuilder response() {
        String json = Json.createObjectBuilder()
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .build()
                .toString();
        return Response.status(status).type("application/problem+json").entity(json);
    }
}
