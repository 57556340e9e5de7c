package org.aegle.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.aegle.access.http.CallerAuthentication;

/** Nobody unknown gets further. */
@Provider
public class RequireCaller implements ContainerRequestFilter {
    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (CallerAuthentication.caller(request).isEmpty()) {
            context.abortWith(Problem.of(401, "Not signed in", "A bearer token or a session is needed")
                    .response()
                    .header("WWW-Authenticate", "Bearer realm=\"Aegle\"")
                    .build());
        }
    }
}
