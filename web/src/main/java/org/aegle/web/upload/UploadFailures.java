package org.aegle.web.upload;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.NotSupported;
import org.aegle.refusal.Refusal;
import org.aegle.refusal.TooLarge;
import org.aegle.refusal.Unavailable;

/** How an upload is told no. */
final class UploadFailures {
    private UploadFailures() {}

    static void send(HttpServletResponse response, Refusal refusal) throws IOException {
        send(response, status(refusal), refusal.getMessage());
    }

    /** One plain line; the script says it in the person's words. */
    static void send(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", Unavailable.RETRY_SECONDS);
        }
        response.setHeader("Tus-Version", Tus.VERSION);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(message);
    }

    static int status(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return 404;
        } else if (refusal instanceof NotPermitted) {
            return 403;
        } else if (refusal instanceof Conflict) {
            return 409;
        } else if (refusal instanceof TooLarge) {
            return 413;
        } else if (refusal instanceof NotSupported) {
            return 415;
        } else if (refusal instanceof Unavailable unavailable && unavailable.isStorage()) {
            return 507;
        } else if (refusal instanceof Unavailable) {
            return 503;
        } else if (refusal instanceof Invalid) {
            return 400;
        }
        throw new IllegalArgumentException("unmapped refusal", refusal);
    }
}
