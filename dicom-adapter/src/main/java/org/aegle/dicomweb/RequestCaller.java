package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.aegle.access.Caller;
import org.aegle.access.http.CallerAuthentication;

/** Who makes the request at hand; {@link RequireCaller} lets no unknown one come here. */
@RequestScoped
public class RequestCaller {
    @Inject
    private HttpServletRequest request;

    public Caller get() {
        return CallerAuthentication.caller(request).orElseThrow();
    }
}
