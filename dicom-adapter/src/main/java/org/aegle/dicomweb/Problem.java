package org.aegle.dicomweb;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import org.aegle.refusal.Unavailable;

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
        Response.ResponseBuilder response =
                Response.status(status).type("application/problem+json").entity(json);
        return status == 503 ? response.header("Retry-After", Unavailable.RETRY_SECONDS) : response;
    }
}
