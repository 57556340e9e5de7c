package org.aegle.dicomweb;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.UUID;
import org.aegle.access.AccessPolicy;
import org.aegle.access.http.CallerAuthentication;
import org.aegle.id.MalformedUid;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.NotSupported;
import org.aegle.refusal.Outage;
import org.aegle.refusal.Refusal;
import org.aegle.refusal.TooLarge;
import org.aegle.refusal.Unavailable;
import org.aegle.storage.DamagedBlob;

/** Says every refusal in DICOMweb's form: HTTP status and problem (PS3.18 8.5). */
@Provider
@ApplicationScoped
public class Problems implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    @Inject
    private AccessPolicy policy;

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return of(refusal).response().build();
            }
            if (cause instanceof EJBAccessException) {
                CallerAuthentication.caller(request)
                        .ifPresent(caller -> policy.recordDenied(caller, request.getRequestURI()));
                return Problem.of(403, "Not permitted", "not permitted")
                        .response()
                        .build();
            }
            if (cause instanceof DamagedBlob) {
                return Problem.of(500, "Stored object damaged", "The stored bytes do not pass their check")
                        .response()
                        .build();
            }
            if (cause instanceof MalformedUid uid) {
                return Problem.of(400, "Malformed UID", uid.getMessage())
                        .response()
                        .build();
            }
        }
        Optional<Unavailable> outage = Outage.of(thrown);
        if (outage.isPresent()) {
            return of(outage.get()).response().build();
        }
        if (thrown instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return Problem.of(status, web.getResponse().getStatusInfo().getReasonPhrase(), web.getMessage())
                    .response()
                    .build();
        }
        String correlation = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "Fault " + correlation, thrown);
        return Problem.of(500, "Unexpected fault", "recorded as " + correlation)
                .response()
                .build();
    }

    private static Problem of(Refusal refusal) {
        String text = refusal.getMessage();
        if (refusal instanceof NotFound) {
            return Problem.of(404, "Not found", text);
        } else if (refusal instanceof NotPermitted) {
            return Problem.of(403, "Not permitted", text);
        } else if (refusal instanceof Invalid) {
            return Problem.of(400, "Bad request", text);
        } else if (refusal instanceof Conflict) {
            return Problem.of(409, "Conflict", text);
        } else if (refusal instanceof TooLarge) {
            return Problem.of(413, "Too large", text);
        } else if (refusal instanceof Unavailable unavailable && unavailable.isStorage()) {
            return Problem.of(507, "Insufficient storage", text);
        } else if (refusal instanceof Unavailable) {
            return Problem.of(503, "Not available now", text);
        } else if (refusal instanceof NotSupported) {
            return Problem.of(406, "Not acceptable", text);
        }
        throw new IllegalStateException("a kind of refusal without a form: " + refusal.getClass());
    }
}
