package org.aegle.fhir.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.aegle.access.Caller;
import org.aegle.access.http.CallerAuthentication;

/** Only the CapabilityStatement is for everybody. */
@Interceptor
public class RequireCaller {
    /** Who makes the request. */
    public static Caller caller(RequestDetails request) {
        return CallerAuthentication.caller(((ServletRequestDetails) request).getServletRequest())
                .orElseThrow(RequireCaller::unauthenticated);
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request, RestOperationTypeEnum operation) {
        if (operation != RestOperationTypeEnum.METADATA) {
            caller(request);
        }
    }

    private static AuthenticationException unauthenticated() {
        AuthenticationException exception =
                new AuthenticationException("A bearer token or a session is needed; tokens are at /oauth/token");
        exception.addResponseHeader("WWW-Authenticate", "Bearer realm=\"Aegle\"");
        return exception;
    }
}
