package org.aegle.fhir.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.NotImplementedOperationException;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import jakarta.ejb.EJBAccessException;
import java.util.Optional;
import java.util.UUID;
import org.aegle.access.AccessPolicy;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.NotSupported;
import org.aegle.refusal.Outage;
import org.aegle.refusal.Refusal;
import org.aegle.refusal.TooLarge;
import org.aegle.refusal.Unavailable;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Says every refusal in FHIR's form: HTTP status and OperationOutcome (FHIR R4 http 3.1.0.1.5). */
@Interceptor
public class OperationOutcomes {
    private static final System.Logger LOG = System.getLogger(OperationOutcomes.class.getName());

    private final AccessPolicy policy;

    public OperationOutcomes(AccessPolicy policy) {
        this.policy = policy;
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException say(RequestDetails request, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return of(refusal);
            }
            if (cause instanceof EJBAccessException) {
                policy.recordDenied(RequireCaller.caller(request), request.getCompleteUrl());
                return new ForbiddenOperationException("not permitted", outcome(IssueType.FORBIDDEN, "not permitted"));
            }
        }
        Optional<Unavailable> outage = Outage.of(thrown);
        if (outage.isPresent()) {
            return of(outage.get());
        }
        return thrown instanceof BaseServerResponseException known && !(thrown instanceof InternalErrorException)
                ? known
                : fault(thrown);
    }

    private static BaseServerResponseException of(Refusal refusal) {
        String text = refusal.getMessage();
        if (refusal instanceof NotFound) {
            return new ResourceNotFoundException(text, outcome(IssueType.NOTFOUND, text));
        } else if (refusal instanceof NotPermitted) {
            return new ForbiddenOperationException(text, outcome(IssueType.FORBIDDEN, text));
        } else if (refusal instanceof Invalid invalid) {
            return new InvalidRequestException(text, outcome(invalid));
        } else if (refusal instanceof Conflict conflict) {
            return of(conflict, text);
        } else if (refusal instanceof TooLarge) {
            return new PayloadTooLargeException(text, outcome(IssueType.TOOLONG, text));
        } else if (refusal instanceof Unavailable) {
            BaseServerResponseException answer =
                    new UnclassifiedServerFailureException(503, text, outcome(IssueType.TRANSIENT, text));
            answer.addResponseHeader("Retry-After", Unavailable.RETRY_SECONDS);
            return answer;
        } else if (refusal instanceof NotSupported) {
            return new NotImplementedOperationException(text, outcome(IssueType.NOTSUPPORTED, text));
        }
        throw new IllegalStateException("a kind of refusal without a form: " + refusal.getClass());
    }

    private static BaseServerResponseException of(Conflict conflict, String text) {
        return switch (conflict.reason()) {
            case STALE_VERSION ->
                new PreconditionFailedException(
                        "The current version is " + conflict.subject(),
                        outcome(IssueType.CONFLICT, "the current version is " + conflict.subject()));
            case DUPLICATE_IDENTIFIER, DUPLICATE_AE_TITLE, DUPLICATE_TRANSACTION ->
                new ResourceVersionConflictException(text, outcome(IssueType.DUPLICATE, text));
            case ALREADY_DECIDED, STUDY_OF_ANOTHER_PATIENT ->
                new ResourceVersionConflictException(text, outcome(IssueType.CONFLICT, text));
        };
    }

    private static BaseServerResponseException fault(Throwable thrown) {
        String correlation = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "Fault " + correlation, thrown);
        String text = "An unexpected fault, recorded as " + correlation;
        return new InternalErrorException(text, outcome(IssueType.EXCEPTION, text));
    }

    private static OperationOutcome outcome(IssueType type, String text) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(text);
        return outcome;
    }

    private static OperationOutcome outcome(Invalid invalid) {
        OperationOutcome outcome = new OperationOutcome();
        invalid.violations().forEach(violation -> outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.INVALID)
                .setDiagnostics(violation.path() + " " + violation.rule())
                .addExpression(violation.path()));
        return outcome;
    }
}
