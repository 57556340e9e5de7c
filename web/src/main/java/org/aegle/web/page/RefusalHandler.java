package org.aegle.web.page;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.aegle.id.MalformedUid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.Refusal;
import org.aegle.refusal.Unavailable;
import org.omnifaces.util.Exceptions;
import org.primefaces.csp.CspException;

/**
 * Answers a refusal: while something is being done, with messages on the page, which keeps all that was typed; while a
 * page is being opened, with the error page that fits. A form that no page of ours sent is a bad request.
 */
class RefusalHandler extends ExceptionHandlerWrapper {
    RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            ExceptionQueuedEvent event = events.next();
            Throwable thrown = event.getContext().getException();
            Optional<Refusal> refusal = refusal(thrown);
            if (Exceptions.is(thrown, CspException.class)) {
                events.remove();
                sendError(event.getContext().getContext(), HttpServletResponse.SC_BAD_REQUEST);
            } else if (refusal.isPresent()) {
                events.remove();
                answer(event.getContext().getContext(), event.getContext().getPhaseId(), refusal.get());
            }
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext faces, PhaseId phase, Refusal refusal) {
        if (faces.isPostback() && phase != PhaseId.RENDER_RESPONSE) {
            CDI.current().select(FacesMessages.class).get().add(refusal);
            faces.renderResponse();
            return;
        }
        if (refusal instanceof Unavailable) {
            faces.getExternalContext().setResponseHeader("Retry-After", Unavailable.RETRY_SECONDS);
        }
        sendError(faces, FacesMessages.status(refusal));
    }

    private static void sendError(FacesContext faces, int status) {
        try {
            faces.getExternalContext().responseSendError(status, "");
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The refusal in the chain of causes; what the container itself denies is one too. */
    private static Optional<Refusal> refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            } else if (cause instanceof EJBAccessException) {
                return Optional.of(new NotPermitted("role"));
            } else if (cause instanceof MalformedUid uid) {
                return Optional.of(new NotFound(uid.attribute(), uid.value()));
            }
        }
        return Optional.empty();
    }
}
