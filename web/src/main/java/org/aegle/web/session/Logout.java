package org.aegle.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.aegle.access.SignIn;

/** Leaving: the session ends, and the browser forgets what it kept of the pages. */
@Named
@RequestScoped
public class Logout {
    @Inject
    private SignIn signIn;

    @Inject
    private CurrentCaller me;

    @Inject
    private FacesContext faces;

    public void leave() throws IOException {
        signIn.out(me.get());
        ExternalContext external = faces.getExternalContext();
        external.invalidateSession();
        external.setResponseHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        external.redirect("/login?left");
    }
}
